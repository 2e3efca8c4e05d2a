using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Planning.Rules.Dialect;
using Planning.Rules.Formulas;

namespace Planning.Rules.Facts;

/// <summary>Makes the .NET types that stand for shapes, one for each shape, and forgets them when there are too
/// many.</summary>
/// <remarks>A type lives in an assembly of its own that is unloaded once nothing uses it any more.</remarks>
internal sealed class RecordTypes
{
    // The runtime finds the type of a field by the name of its assembly, so no two may share one.
    private static int AssembliesMade;

    private const string Creator = "create";

    private static readonly ConditionalWeakTable<Type, object> Depths = [];

    private readonly ConcurrentDictionary<string, Type> _known = new(StringComparer.Ordinal);

    public Type Of(FactShape shape) => shape switch
    {
        FactShape.Value value => value.Type,
        FactShape.List list => typeof(List<>).MakeGenericType(Of(list.Each)),
        FactShape.Record record => Record(record),
        _ => throw new System.Diagnostics.UnreachableException($"Unknown shape {shape.GetType().Name}."),
    };

    /// <returns>What makes an empty record of a type that was made here.</returns>
    public static Func<DataRecord> CreatorOf(Type record) =>
        record.GetMethod(Creator)!.CreateDelegate<Func<DataRecord>>();

    /// <returns>What sets one field of a record without boxing its value.</returns>
    public static Action<DataRecord, T?> WriterOf<T>(PropertyInfo field) =>
        field.DeclaringType!.GetMethod(Writer(field.Name))!.CreateDelegate<Action<DataRecord, T?>>();

    /// <summary>A record that a rule makes with <c>new(..)</c>.</summary>
    public static Type Made(IReadOnlyCollection<KeyValuePair<string, Type>> fields)
    {
        var made = Emit(fields, isOpen: false);
        Depths.Add(made, 1 + fields.Max(field => TypeNames.DepthOf(field.Value)));
        return made;
    }

    /// <returns>How deep a record nests that rules have made; 0 for any other type.</returns>
    public static int DepthOf(Type type) => Depths.TryGetValue(type, out var depth) ? (int)depth : 0;

    private Type Record(FactShape.Record record)
    {
        if (_known.Count >= Limits.Shapes)
        {
            _known.Clear();
        }

        return _known.GetOrAdd(
            record.Key,
            static (_, made) => Emit(
                made.record.Fields.Select(field => KeyValuePair.Create(field.Key, made.types.Of(field.Value))),
                made.record.IsOpen),
            (record, types: this));
    }

    private static Type Emit(IEnumerable<KeyValuePair<string, Type>> fields, bool isOpen)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(
            new AssemblyName($"Planning.Facts.{Interlocked.Increment(ref AssembliesMade)}"),
            AssemblyBuilderAccess.RunAndCollect);
        var type = assembly.DefineDynamicModule("Facts").DefineType(
            "record",
            TypeAttributes.Public | TypeAttributes.Sealed | TypeAttributes.Class,
            isOpen ? typeof(OpenRecord) : typeof(DataRecord));
        foreach (var (name, fieldType) in fields)
        {
            AddField(type, name, fieldType);
        }

        var creator = type.DefineMethod(
            Creator, MethodAttributes.Public | MethodAttributes.Static, typeof(DataRecord), Type.EmptyTypes);
        var create = creator.GetILGenerator();
        create.Emit(OpCodes.Newobj, type.DefineDefaultConstructor(MethodAttributes.Public));
        create.Emit(OpCodes.Ret);
        return type.CreateType();
    }

    private static string Writer(string field) => $"write_{field}";

    private static void AddField(TypeBuilder type, string name, Type fieldType)
    {
        const MethodAttributes Accessor =
            MethodAttributes.Public | MethodAttributes.SpecialName | MethodAttributes.HideBySig;
        var field = type.DefineField($"_{name}", fieldType, FieldAttributes.Private);
        var property = type.DefineProperty(name, PropertyAttributes.None, fieldType, null);
        var getter = type.DefineMethod($"get_{name}", Accessor, fieldType, Type.EmptyTypes);
        var get = getter.GetILGenerator();
        get.Emit(OpCodes.Ldarg_0);
        get.Emit(OpCodes.Ldfld, field);
        get.Emit(OpCodes.Ret);
        var setter = type.DefineMethod($"set_{name}", Accessor, null, [fieldType]);
        var set = setter.GetILGenerator();
        set.Emit(OpCodes.Ldarg_0);
        set.Emit(OpCodes.Ldarg_1);
        set.Emit(OpCodes.Stfld, field);
        set.Emit(OpCodes.Ret);
        var writer = type.DefineMethod(
            Writer(name),
            MethodAttributes.Public | MethodAttributes.Static,
            null,
            [typeof(DataRecord), fieldType]);
        var write = writer.GetILGenerator();
        write.Emit(OpCodes.Ldarg_0);
        write.Emit(OpCodes.Castclass, type);
        write.Emit(OpCodes.Ldarg_1);
        write.Emit(OpCodes.Stfld, field);
        write.Emit(OpCodes.Ret);
        property.SetGetMethod(getter);
        property.SetSetMethod(setter);
    }
}
