using System.Globalization;
using System.Runtime.CompilerServices;
using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;
using Planning.Flows.JavaScript.BuiltIns;
using Planning.Flows.JavaScript.Lowering;

namespace Planning.Flows.JavaScript.Running;

/// <summary>
/// One engine with everything a script finds in it. It serves one evaluation at a time and is used again and again, so all
/// that is built in is frozen: what one script does, the next cannot see.
/// </summary>
internal sealed class Realm
{
    /// <summary>Statements that one evaluation may execute.</summary>
    public const int MostStatements = 500_000;

    /// <summary>What built-in functions may do in one evaluation, in about the cost of a list item each.</summary>
    public const long MostWork = 20_000_000;

    /// <summary>In UTF-16 characters.</summary>
    public const int LongestText = 4_000_000;

    public const int LongestList = 1_000_000;

    private const int MostNesting = 4_000;
    private const int NestingOfCall = 16;
    private const int CharactersPerWork = 16;

    // Operators are shared by all programs and engines, as programs are; this tells them where they run.
    [ThreadStatic]
    private static Realm? Running;

    private long _work = MostWork;
    private int _nesting;

    public Realm()
    {
        Engine = new Engine(options => options
            .MaxStatements(MostStatements).Culture(CultureInfo.InvariantCulture).LocalTimeZone(TimeZoneInfo.Utc));
        Iterators = IterationFunctions.Install(this);
        ObjectFunctions.Install(this);
        ArrayFunctions.Install(this);
        ArrayChanges.Install(this);
        ArrayCallbacks.Install(this);
        TextFunctions.Install(this);
        Regexes = RegexFunctions.Install(this);
        NumberFunctions.Install(this);
        DateFunctions.Install(this);
        JsonFunctions.Install(this);
        CollectionFunctions.Install(this);
        ErrorFunctions.Install(this);
        Freezing.FreezeAll(this);
    }

    public static Realm Current =>
        Running ?? throw new InvalidOperationException("No script is running on this thread.");

    public Engine Engine { get; }

    public ObjectInstance Iterators { get; }

    public ObjectInstance Regexes { get; }

    /// <summary>The evaluation that is running.</summary>
    public ScriptRun Run { get; private set; } = null!;

    /// <summary>Runs a program. Afterwards the realm is as it was before, unless this throws
    /// <see cref="ScriptStoppedException"/>: then give it up.</summary>
    /// <param name="answer">Makes the answer of what the program gives, while its objects may still be used.</param>
    public T Execute<T>(FunctionTemplate program, ScriptRun run, Func<JsValue, T> answer)
    {
        var before = Running;
        Running = this;
        _work = MostWork;
        _nesting = 0;
        Run = run;
        Engine.ResetStatementsCount();
        try
        {
            var whole = new UserFunction(this, program, Engine.GlobalEnvironment, JsValue.Undefined);
            var result = answer(whole.Call(new JsValue(new ScriptObject(this)), []));
            run.Finish(this);
            return result;
        }
        finally
        {
            Run = null!;
            Running = before;
        }
    }

    /// <summary>Counts what a built-in function does beside what its statement counts for.</summary>
    public void Charge(long work)
    {
        _work -= work;
        if (_work < 0)
        {
            throw new ScriptStoppedException("did too much work");
        }
    }

    /// <summary>Counts a text that is made.</summary>
    public string Checked(string text)
    {
        if (text.Length > LongestText)
        {
            throw TextTooLong();
        }

        Charge(1 + (text.Length / CharactersPerWork));
        return text;
    }

    public static ScriptStoppedException TextTooLong() =>
        new($"made a text of more than {LongestText.ToString("N0", CultureInfo.InvariantCulture)} characters");

    public void EnterCall(int depth)
    {
        _nesting += depth + NestingOfCall;
        if (_nesting > MostNesting)
        {
            throw TooDeep();
        }

        CheckStack();
    }

    /// <summary>The last guard, for what calls itself without a function of the script between.</summary>
    public static void CheckStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw TooDeep();
        }
    }

    private static ScriptStoppedException TooDeep() => new("called functions inside one another too deep");

    public void LeaveCall(int depth) => _nesting -= depth + NestingOfCall;

    public JavaScriptException TypeError(string message) => new(Engine.TypeError, message);

    public JavaScriptException RangeError(string message) => new(Engine.RangeError, message);

    public JavaScriptException SyntaxError(string message) => new(Engine.SyntaxError, message);

    public JsValue List(IEnumerable<JsValue> items) => new(new ScriptArray(this, items));

    public JsValue List(IEnumerable<string> items) => List(items.Select(item => new JsValue(item)));

    /// <summary>Calls what a script gave as a function.</summary>
    public JsValue Call(JsValue function, JsValue self, params JsValue[] arguments) =>
        (function.TryCast<ICallable>() ?? throw TypeError($"{Shown(function)} is not a function")).Call(self, arguments);

    public ICallable Callable(JsValue function) =>
        function.TryCast<ICallable>() ?? throw TypeError($"{Shown(function)} is not a function");

    /// <summary>A value as it is named in messages.</summary>
    public static string Shown(JsValue value) => value.Type switch
    {
        Types.String => $"\"{(value.AsString().Length > 40 ? value.AsString()[..40] + "…" : value.AsString())}\"",
        Types.Object => value.IsArray() ? "A list" : value.Is<FunctionInstance>() ? "A function" : "An object",
        _ => Coercion.Text(value),
    };

    /// <summary>The object that members of the value are looked up in.</summary>
    public ObjectInstance ObjectOf(JsValue value) => value.IsObject()
        ? value.AsObject()
        : Coercion.IsNullish(value) ? throw TypeError($"{Coercion.Text(value)} has no members") : TypeConverter.ToObject(Engine, value);

    public void Define(ObjectInstance on, string name, int length, NativeBody body) =>
        on.FastAddProperty(name, new JsValue(new Native(this, name, length, body)), true, false, true);

    public void Global(string name, ObjectInstance value) =>
        Engine.Global.FastAddProperty(name, new JsValue(value), true, false, true);

}
