using Jint.Native;
using Planning.Flows.Expressions;

namespace Planning.Flows.JavaScript.Running;

/// <summary>One evaluation: what the script sees of its workflow, and what it changed there.</summary>
internal sealed class ScriptRun(ExpressionContext context)
{
    private readonly Dictionary<string, ImportedValue> _imported = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, JsValue> _assigned = new(StringComparer.Ordinal);
    private VariablesObject? _variables;
    private ulong _chance;

    public ExpressionContext Context { get; } = context;

    public DateTimeOffset Now => Context.Now;

    /// <summary>What the script chose with setOutcome; null when it did not.</summary>
    public IReadOnlyList<string>? Outcomes { get; set; }

    /// <summary>What <c>Math.random()</c> gives: it follows from the next id of the burst, so it is the same again in a
    /// repetition.</summary>
    public double NextChance()
    {
        if (_chance == 0)
        {
            _chance = 14695981039346656037;
            foreach (var character in Context.NextId())
            {
                _chance = (_chance ^ character) * 1099511628211;
            }
        }

        _chance += 0x9E3779B97F4A7C15;
        var mixed = (_chance ^ (_chance >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (mixed >> 11) * (1.0 / (1UL << 53));
    }

    public JsValue Variables(Realm realm) => new(_variables ??= new VariablesObject(realm, this));

    /// <summary>What the workflow holds now. An object is the same one at every reading, and its changes are kept.</summary>
    public JsValue Variable(Realm realm, string name)
    {
        if (_imported.TryGetValue(name, out var known))
        {
            return known.Value;
        }

        var canonical = Context.Variable(name);
        if (canonical is not System.Text.Json.JsonElement)
        {
            return ValueBorder.ToScript(realm, canonical);
        }

        var imported = new ImportedValue();
        imported.Value = ValueBorder.ToScript(realm, canonical, imported);
        imported.Close();
        _imported.Add(name, imported);
        return imported.Value;
    }

    public void SetVariable(Realm realm, string name, JsValue value)
    {
        _imported.Remove(name);
        _assigned.Remove(name);
        Context.SetVariable(name, ValueBorder.FromScript(realm, value));
    }

    /// <summary>What <c>variables.name</c> is: what was assigned to it, else what the workflow holds.</summary>
    public JsValue? Member(Realm realm, string name) => _assigned.TryGetValue(name, out var assigned) ? assigned
        : Context.HasVariable(name) ? Variable(realm, name) : null;

    /// <summary>Values assigned to <c>variables.name</c> reach the workflow when the script is over.</summary>
    public void Assign(string name, JsValue value) => _assigned[name] = value;

    public IEnumerable<string> MemberNames() => Context.VariableNames().Union(_assigned.Keys);

    /// <summary>Takes what changed back to the workflow.</summary>
    public void Finish(Realm realm)
    {
        foreach (var (name, value) in _imported)
        {
            if (value.IsChanged)
            {
                Context.SetVariable(name, ValueBorder.FromScript(realm, value.Result(realm)));
            }
        }

        foreach (var (name, value) in _assigned)
        {
            Context.SetVariable(name, ValueBorder.FromScript(realm, value));
        }
    }
}

/// <summary>An object that came from a variable. Changes inside it are kept; items that are added to a list that is itself
/// the variable are not, as in Elsa (contract §25.5).</summary>
internal sealed class ImportedValue
{
    private IReadOnlyList<JsValue?>? _items;
    private bool _isOpen = true;

    public JsValue Value { get; set; } = JsValue.Null;

    public bool IsChanged { get; private set; }

    /// <summary>From now on changes count.</summary>
    public void Close()
    {
        _isOpen = false;
        _items = Value.TryCast<ScriptArray>()?.Items.ToList();
    }

    public void Touch() => IsChanged = !_isOpen;

    public JsValue Result(Realm realm) => _items is null ? Value : new JsValue(new ScriptArray(realm, _items));
}
