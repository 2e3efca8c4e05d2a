using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Descriptors;
using Planning.Flows.JavaScript.BuiltIns;
using Planning.Flows.JavaScript.Lowering;
using Planning.Flows.JavaScript.Reading;

namespace Planning.Flows.JavaScript.Running;

internal enum ListItem
{
    Value,
    Spread,
    Hole,
}

/// <param name="Key">Null when it is worked out while running.</param>
internal sealed record ObjectMember(JsPropertyKind Kind, string? Key);

/// <summary>What lowered programs do by calling C#, because ECMAScript 5 or Jint cannot, or not rightly.</summary>
internal static class Operators
{
    /// <summary><c>a + b + c</c>, from the left.</summary>
    public static Operator Sum { get; } = new((realm, terms) =>
    {
        var sum = terms[0];
        for (var index = 1; index < terms.Length; index++)
        {
            sum = Add(realm, sum, terms[index]);
        }

        return sum;
    });

    public static Operator Template { get; } = new((realm, parts) =>
    {
        var texts = new string[parts.Length];
        var length = 0L;
        for (var index = 0; index < parts.Length; index++)
        {
            texts[index] = Coercion.Text(parts[index]);
            length += texts[index].Length;
        }

        return length > Realm.LongestText ? throw Realm.TextTooLong() : new JsValue(realm.Checked(string.Concat(texts)));
    });

    public static Operator Number { get; } = new((_, operands) => new JsValue(Coercion.Number(operands[0])));

    public static Operator Complement { get; } = new((_, operands) => new JsValue(~Coercion.Int32(operands[0])));

    /// <summary>The list that a pattern takes its items from. (value, how many; negative for all)</summary>
    public static Operator Items { get; } = new((realm, values) =>
        new JsValue(Iteration.ListOf(realm, values[0], (int)values[1].AsNumber())));

    public static Operator ItemsFrom { get; } = new((realm, values) =>
    {
        var list = (ScriptArray)values[0].AsObject();
        return realm.List(list.Items.Skip((int)values[1].AsNumber()).Select(item => item ?? JsValue.Undefined));
    });

    /// <summary>The object that a pattern takes its members from.</summary>
    public static Operator Destructured { get; } = new((realm, values) => Coercion.IsNullish(values[0])
        ? throw realm.TypeError($"{Coercion.Text(values[0])} has no members to take apart")
        : values[0]);

    /// <summary>All members but those named. (object, names…)</summary>
    public static Operator OtherMembers { get; } = new((realm, values) =>
    {
        var rest = new ScriptObject(realm);
        var taken = values.Skip(1).Select(Coercion.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, value) in Members.Of(realm.ObjectOf(values[0])).Where(member =>
            !taken.Contains(member.Name)))
        {
            rest.Set(name, value);
        }

        return new JsValue(rest);
    });

    /// <summary>What <c>for … of</c> goes through: a list, map or set as it is, so that it sees what is added meanwhile.</summary>
    public static Operator Iterated { get; } = new((realm, values) => values[0] switch
    {
        var list when list.Is<ScriptArray>() => list,
        var value when value.IsObject() && value.AsObject() is IEnumerable<JsValue> items =>
            new JsValue(new ScriptSteps(realm, items)),
        var value => new JsValue(Iteration.ListOf(realm, value)),
    });

    /// <summary>What <c>for … in</c> goes through.</summary>
    public static Operator Keys { get; } = new((realm, values) => Coercion.IsNullish(values[0])
        ? realm.List(Array.Empty<JsValue>())
        : realm.List(Members.EnumerableNames(realm.ObjectOf(values[0]))));

    public static Operator HasMore { get; } = new((_, values) =>
        Coercion.Value(values[0].AsObject() is ScriptSteps steps
            ? steps.GoOn()
            : values[1].AsNumber() < ((ScriptArray)values[0].AsObject()).Count));

    /// <summary>(function, this, list of arguments)</summary>
    public static Operator CallWith { get; } = new((realm, values) =>
        realm.Call(values[0], values[1], ArgumentsIn(values[2])));

    /// <summary>(class, list of arguments)</summary>
    public static Operator New { get; } = new((realm, values) => values[0].TryCast<IConstructor>() is { } constructor
        ? new JsValue(constructor.Construct(ArgumentsIn(values[1])))
        : throw realm.TypeError($"{Realm.Shown(values[0])} is not a constructor"));

    /// <summary>Gives the errors that Jint throws without a word their sentence.</summary>
    public static Operator Explain { get; } = new((_, values) =>
    {
        if (values[0].IsObject() && values[0].AsObject() is Jint.Native.Error.ErrorInstance error
            && Explanations.Of(error, null) is { } message)
        {
            error.FastAddProperty("message", new JsValue(message), true, false, true);
        }

        return JsValue.Undefined;
    });

    public static Operator Closure(FunctionTemplate template) => new((realm, _) =>
    {
        var context = realm.Engine.ExecutionContext;
        return new JsValue(new UserFunction(realm, template, context.LexicalEnvironment, context.ThisBinding));
    });

    public static Operator Regex(string pattern, string flags) => new((realm, _) =>
        new JsValue(RegexFunctions.Make(realm, pattern, flags)));

    public static Operator Arithmetic(string operation)
    {
        Func<JsValue, JsValue, double> calculate = operation switch
        {
            "**" => static (left, right) => Power(Coercion.Number(left), Coercion.Number(right)),
            "&" => static (left, right) => Coercion.Int32(left) & Coercion.Int32(right),
            "|" => static (left, right) => Coercion.Int32(left) | Coercion.Int32(right),
            "^" => static (left, right) => Coercion.Int32(left) ^ Coercion.Int32(right),
            "<<" => static (left, right) => Coercion.Int32(left) << (Coercion.Int32(right) & 31),
            ">>" => static (left, right) => Coercion.Int32(left) >> (Coercion.Int32(right) & 31),
            ">>>" => static (left, right) => (uint)Coercion.Int32(left) >> (Coercion.Int32(right) & 31),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "There is no such operator."),
        };
        return new Operator((_, operands) => new JsValue(calculate(operands[0], operands[1])));
    }

    public static double Power(double number, double exponent) =>
        double.IsNaN(exponent) || (Math.Abs(number) == 1 && double.IsInfinity(exponent)) ? double.NaN : Math.Pow(number, exponent);

    public static Operator List(IReadOnlyList<ListItem> layout) => layout.All(item => item is ListItem.Value)
        ? new Operator((realm, values) => new JsValue(new ScriptArray(realm, values)))
        : new Operator((realm, values) => new JsValue(Laid(realm, layout, values)));

    public static Operator Object(IReadOnlyList<ObjectMember> layout) => new((realm, values) =>
    {
        var made = new ScriptObject(realm);
        var next = 0;
        foreach (var (kind, key) in layout)
        {
            var name = key ?? (kind is JsPropertyKind.Spread ? "" : Coercion.Text(values[next++]));
            Put(made, kind, name, values[next++]);
        }

        return new JsValue(made);
    });

    public static JsValue[] ArgumentsIn(JsValue list) =>
        [.. ((ScriptArray)list.AsObject()).Items.Select(item => item ?? JsValue.Undefined)];

    private static JsValue Add(Realm realm, JsValue left, JsValue right)
    {
        if (left.IsNumber() && right.IsNumber())
        {
            return new JsValue(left.AsNumber() + right.AsNumber());
        }

        left = TypeConverter.ToPrimitive(left);
        right = TypeConverter.ToPrimitive(right);
        if (!left.IsString() && !right.IsString())
        {
            return new JsValue(Coercion.Number(left) + Coercion.Number(right));
        }

        var first = Coercion.Text(left);
        var second = Coercion.Text(right);
        return first.Length + second.Length > Realm.LongestText
            ? throw Realm.TextTooLong()
            : new JsValue(realm.Checked(first + second));
    }

    private static ScriptArray Laid(Realm realm, IReadOnlyList<ListItem> layout, JsValue[] values)
    {
        var list = new ScriptArray(realm);
        var next = 0;
        foreach (var item in layout)
        {
            switch (item)
            {
                case ListItem.Hole:
                    list.Add(null);
                    break;
                case ListItem.Value:
                    list.Add(values[next++]);
                    break;
                default:
                    foreach (var spread in Iteration.ListOf(realm, values[next++]).Items)
                    {
                        list.Add(spread ?? JsValue.Undefined);
                    }

                    break;
            }
        }

        realm.Charge(list.Count);
        return list;
    }

    private static void Put(ScriptObject made, JsPropertyKind kind, string name, JsValue value)
    {
        switch (kind)
        {
            case JsPropertyKind.Value:
                made.FastSetProperty(name, new PropertyDescriptor(value, true, true, true));
                break;
            case JsPropertyKind.Spread:
                foreach (var (other, member) in value.IsString() || value.IsObject() ? Members.OfAny(value) : [])
                {
                    made.Set(other, member);
                }

                break;
            default:
                ClassOperators.Accessor(made, name, value, kind is JsPropertyKind.Getter, isEnumerable: true);
                break;
        }
    }
}
