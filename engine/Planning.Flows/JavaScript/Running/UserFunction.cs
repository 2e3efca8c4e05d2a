using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Environments;
using Planning.Flows.JavaScript.BuiltIns;
using Planning.Flows.JavaScript.Lowering;

namespace Planning.Flows.JavaScript.Running;

/// <summary>A function that a script wrote, with the variables around it.</summary>
internal sealed class UserFunction : FunctionInstance, IConstructor
{
    // Functions with statements are counted by these; a function that is one expression has none.
    private const int WorkOfCall = 20;

    private readonly Realm _realm;
    private readonly FunctionTemplate _template;
    private readonly JsValue _outerThis;
    private bool _hasMembers;

    /// <param name="outerThis">What <c>this</c> means in an arrow function.</param>
    public UserFunction(Realm realm, FunctionTemplate template, LexicalEnvironment scope, JsValue outerThis)
        : base(realm.Engine, [], scope, false)
    {
        _realm = realm;
        _template = template;
        _outerThis = outerThis;
        Prototype = realm.Engine.Function.PrototypeObject;
        Extensible = true;
    }

    /// <summary>The fields that a class gives to every new object, in their order.</summary>
    public List<(JsValue Name, UserFunction Value)> Fields { get; } = [];

    public bool IsClass => _template.Class is not null;

    public override JsValue Call(JsValue thisObject, JsValue[] arguments) => IsClass
        ? throw _realm.TypeError($"The class {_template.Name} needs new before it")
        : Run(_template.IsArrow ? _outerThis : thisObject, arguments).Value;

    public ObjectInstance Construct(JsValue[] arguments)
    {
        if (_template.IsArrow || _template.IsMethod)
        {
            throw _realm.TypeError($"{_template.Name ?? "The function"} is not a constructor");
        }

        var made = new ScriptObject(_realm, Get("prototype").TryCast<ObjectInstance>() ?? _realm.Engine.Object.PrototypeObject);
        return ConstructOn(new JsValue(made), arguments);
    }

    /// <summary>Runs the constructor on an object that exists, as <c>super()</c> does.</summary>
    /// <returns>The object, or another one that the constructor made instead.</returns>
    public ObjectInstance ConstructOn(JsValue made, JsValue[] arguments)
    {
        if (_template.Class is { IsDerived: false })
        {
            InitializeFields(made);
        }

        var (value, self) = Run(made, arguments);
        return value.IsObject() ? value.AsObject() : self.AsObject();
    }

    public void InitializeFields(JsValue made)
    {
        foreach (var (name, value) in Fields)
        {
            var isPrivate = Coercion.Text(name).StartsWith('#');
            made.AsObject().DefineOwnProperty(
                Coercion.Text(name), new PropertyDescriptor(value.Call(made, []), true, !isPrivate, !isPrivate), true);
        }
    }

    public override void Put(string propertyName, JsValue value, bool throwOnError)
    {
        EnsureInitialized();
        if (GetOwnProperty(propertyName) is var own && own != PropertyDescriptor.Undefined)
        {
            base.Put(propertyName, value, throwOnError);
        }
        else if (Extensible)
        {
            SetOwnProperty(propertyName, new PropertyDescriptor(value, true, true, true));
        }
    }

    // Most functions are only called, so what they have as objects is made when somebody looks.
    protected override void EnsureInitialized()
    {
        if (_hasMembers)
        {
            return;
        }

        _hasMembers = true;
        FastAddProperty("length", new JsValue(_template.Length), false, false, true);
        FastAddProperty("name", new JsValue(_template.Name ?? ""), false, false, true);
        if (!_template.IsArrow && !_template.IsMethod)
        {
            var prototype = new ScriptObject(_realm);
            prototype.FastAddProperty("constructor", new JsValue(this), true, false, true);
            FastAddProperty("prototype", new JsValue(prototype), !IsClass, false, false);
        }
    }

    private (JsValue Value, JsValue This) Run(JsValue self, JsValue[] arguments)
    {
        _realm.EnterCall(_template.Depth);
        var environment = LexicalEnvironment.NewDeclarativeEnvironment(Engine, Scope);
        Bind(environment.Record, arguments);
        var context = Engine.EnterExecutionContext(environment, environment, self);
        try
        {
            return (Evaluate(), context.ThisBinding);
        }
        finally
        {
            Engine.LeaveExecutionContext();
            _realm.LeaveCall(_template.Depth);
        }
    }

    private JsValue Evaluate()
    {
        if (_template.Value is { } value)
        {
            _realm.Charge(WorkOfCall);
            return Engine.GetValue(Engine.EvaluateExpression(value));
        }

        var completion = Engine.ExecuteStatement(_template.Body);
        if (completion.Type == Completion.Throw)
        {
            throw ThrownValue.Of(completion);
        }

        return completion.Type == Completion.Return ? completion.GetValueOrDefault() : JsValue.Undefined;
    }

    private void Bind(EnvironmentRecord record, JsValue[] arguments)
    {
        var parameters = _template.Parameters;
        for (var index = 0; index < parameters.Count; index++)
        {
            record.CreateMutableBinding(parameters[index]);
            if (index < arguments.Length)
            {
                record.SetMutableBinding(parameters[index], arguments[index], false);
            }
        }

        if (_template.Rest is { } rest)
        {
            BindTo(record, rest, _realm.List(arguments.Skip(parameters.Count)));
        }

        if (_template.UsesArguments)
        {
            BindTo(record, "arguments", new JsValue(new ArgumentsObject(_realm, arguments)));
        }

        if (_template.OwnName is { } own)
        {
            BindTo(record, own, new JsValue(this));
        }

        foreach (var local in _template.Locals)
        {
            record.CreateMutableBinding(local);
        }
    }

    private static void BindTo(EnvironmentRecord record, string name, JsValue value)
    {
        record.CreateMutableBinding(name);
        record.SetMutableBinding(name, value, false);
    }
}

/// <summary>What <c>arguments</c> is in a function.</summary>
internal sealed class ArgumentsObject : ScriptObject
{
    public ArgumentsObject(Realm realm, JsValue[] arguments)
        : base(realm)
    {
        FastAddProperty("length", new JsValue(arguments.Length), true, false, true);
        foreach (var (index, argument) in arguments.Index())
        {
            Set(NumberText.Of(index), argument);
        }
    }

    public override string Class => "Arguments";
}
