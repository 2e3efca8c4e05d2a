namespace Planning.Rules.RuleSets;

/// <summary>How the rules inside a rule decide it. RulesEngine's other two spellings mean the same.</summary>
public enum RuleOperator
{
    And,
    Or,
}
