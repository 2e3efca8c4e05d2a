using Planning.Rules.Compiling;
using Planning.Rules.Formulas;

namespace Planning.Rules.RuleSets;

/// <summary>A value computed before the rules that use it: RulesEngine's global or local parameter.</summary>
internal sealed class ScopedValue(Formula.Scoped name)
{
    private readonly Warming<object> _computed = FormulaCompiler.Computation(name.Computed);

    public Formula.Scoped Formula => name;

    public void Compute(object?[] frame) => frame[name.Slot] = _computed.Run(frame);
}
