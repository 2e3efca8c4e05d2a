using Planning.Rules.Compatibility.Tests.Support;

namespace Planning.Rules.Compatibility.Tests.Probes;

/// <summary>Where we answer a probe otherwise than RulesEngine 6.0.1.</summary>
internal static class ProbeDifferences
{
    /// <summary>On purpose, and to stay.</summary>
    public static readonly Dictionary<string, Difference> OnPurpose = new()
    {
        ["security-02"] = new(Why.Unsafe, "GetType is out of reach: it leads to reflection."),
        ["security-03"] = new(Why.Unsafe, "GetType is out of reach: it leads to reflection."),
        ["security-04"] = new(Why.Unsafe, "GetType is out of reach: it leads to reflection."),
        ["security-09"] = new(Why.Unsafe, "GetType is out of reach: it leads to reflection."),
        ["security-25"] = new(Why.Unsafe, "GetType is out of reach: it leads to reflection."),
        ["security-38"] = new(Why.Unsafe, "Objects cannot be made."),
        ["security-44"] = new(Why.Unsafe, "Enumerable.Range can make lists without bound."),
        ["validate.duplicate-rule-names"] = new(
            Why.Crash, "Two rules of one name are refused when the workflow is put in, not at its first evaluation."),
        ["action.unknown-name"] = new(
            Why.Crash, "An action nobody registered is the failure of that action; the other rules keep their results."),
        ["operator.and"] = new(
            Why.Wrong, "An operator in any case is the operator; the reference accepts it and then fails."),
        ["operator.ANDALSO"] = new(
            Why.Wrong, "An operator in any case is the operator; the reference accepts it and then fails."),
        ["operator.orelse"] = new(
            Why.Wrong, "An operator in any case is the operator; the reference accepts it and then fails."),
        ["errors.same-name-generic-types-share-cache"] = new(
            Why.Wrong, "Types are told apart in full, so the second call is judged rightly."),
        ["scoped.local-case-differs-from-input"] = new(
            Why.Wrong, "Two names that differ in case only are told as a clash of names; the rule is false in both."),
        ["literals-23"] = new(Why.Wrong, "Two texts side by side are one text, without quotes in the middle."),
        ["precedence-11"] = new(Why.Wrong, "`5 & 3 == 3` computes with a truth as if it were a number."),
        ["string-29"] = new(Why.Wrong, "The order of texts is the same on every host, and told as -1, 0 or 1."),
        ["json.lowercase-property-names"] = new(Why.Wider, "Members are read in any case."),
        ["json.array-of-workflows-in-one-string"] = new(Why.Wider, "A list of workflows is read."),
        ["scoped.implicit-it-lost-with-global"] = new(
            Why.Wider, "A global parameter does not take the fields of the only input out of reach."),
        ["expando-jsonelement-06"] = new(Why.Wider, "JSON inside a dictionary is data as well."),
        ["expando-jsonelement-09"] = new(Why.Wider, "JSON inside a dictionary is data as well."),
        ["jsonelement-03"] = new(Why.Wider, "JSON is an input like any other."),
        ["wordops-41"] = new(Why.Wider, "`not in` is read; the reference reads it from its next version on."),
        ["cast-15"] = new(Why.Wider, "C#'s casts are read."),
        ["arith-57"] = new(Why.Wider, "C#'s casts are read."),
        ["string-39"] = new(Why.Wider, "string(x) writes any value."),
        ["string-20"] = new(Why.Wider, "Split takes a text; the reference reads it from its next version on."),
        ["enum-registered-05"] = new(Why.Wider, "A choice is made from its number as any type is."),
        ["enum-registered-06"] = new(Why.Wider, "A choice is made from its number as any type is."),
        ["linq-more-38"] = new(Why.Wider, "`is null` is read."),
        ["linq-more-39"] = new(Why.Wider, "`is not null` is read."),
        ["linq-more-40"] = new(Why.Wider, "`is null` is read."),
        ["linq-54"] = new(Why.Wider, "Average() needs no selector on a list of numbers."),
        ["linq-60"] = new(Why.Wider, "Average() needs no selector on a list of numbers."),
        ["linq-66"] = new(Why.Wider, "Sum() needs no selector on a list of numbers."),
        ["literals-32"] = new(Why.Wider, "`$\"…\"` puts a text together."),
        ["literals-29"] = new(Why.Wider, "1_000 is a number."),
        ["nullsafe-15"] = new(Why.Wider, "np(..) takes any expression."),
        ["security-56"] = new(Why.Wider, "Comments are read."),
        ["new-08"] = new(Why.Wider, "A list of an int and a double is one of doubles."),
    };
}
