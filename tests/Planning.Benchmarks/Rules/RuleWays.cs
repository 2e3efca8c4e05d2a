using System.Text.Json;
using Planning.Rules.Books;
using Planning.Rules.Compiling;
using Planning.Rules.Decisions;
using Planning.Rules.Facts;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Benchmarks.Rules;

/// <summary>One way to have the rules evaluated.</summary>
/// <param name="Run">Evaluates each record once.</param>
internal sealed record RuleWay(string Name, Action Run, string Aim = "", string Theirs = "");

/// <summary>Every way to have the rules evaluated; calling what was compiled directly is the first.</summary>
internal static class RuleWays
{
    private static readonly FactInput Typed = new("account", typeof(Account));

    // Results end here, so that nobody can leave their making out.
    private static object? Kept;

    public static IReadOnlyList<RuleWay> All()
    {
        var set = AccountRules.Read(AccountRules.File(), Typed);
        var told = AccountRules.Read(AccountRules.File(told: true), Typed);
        return
        [
            new("what was compiled, called directly", Direct(set), Theirs: "about 2,000,000 at 64 B"),
            new("RuleSet.Evaluate", Each(Accounts.All, account => set.Evaluate(About(account))),
                "1,200,000 at 256 B", "280,000 at 8.3 KB"),
            new("RuleSet.Evaluate, a tenth with a fact missing",
                Each(Accounts.WithGaps, account => set.Evaluate(About(account)))),
            new("RuleBook.EvaluateAsync", Book(AccountRules.File(), Accounts.All),
                "1,200,000 at 256 B", "280,000 at 8.3 KB"),
            new("messages, RuleSet.Evaluate", Each(Accounts.All, account => told.Evaluate(About(account))),
                "500,000", "7,000 at 184 KB"),
            new("messages, RuleBook.EvaluateAsync", Book(AccountRules.File(told: true), Accounts.All),
                "500,000", "7,000 at 184 KB"),
            .. OverJson(),
            new("RuleSet.Explain, every rule", Each(Accounts.All, account => Explained(set, account))),
            new("RuleSet.Decide", Each(Accounts.All, account =>
                set.Decide(DecisionState.Empty, NoPredicates, About(account)))),
            .. TierWays.All(),
        ];
    }

    private static HashSet<string> NoPredicates { get; } = [];

    private static IEnumerable<RuleWay> OverJson()
    {
        var reader = new FactReader(Accounts.Shape);
        var set = AccountRules.Read(AccountRules.File(), new FactInput("account", reader.Type));
        byte[][] texts = [.. Accounts.All.Select(Accounts.Json)];
        JsonElement[] elements = [.. texts.Select(text => JsonSerializer.Deserialize<JsonElement>(text))];
        return
        [
            new("JSON text, schema given", Each(texts, json => set.Evaluate(About(reader.ReadJson(json)))), "300,000"),
            new("JSON element, schema given", Each(elements, json => set.Evaluate(About(json))), "300,000"),
            new("JSON element, types from the data, RuleBook", Book(AccountRules.File(), elements), "300,000"),
        ];
    }

    private static Action Direct(RuleSet set)
    {
        var conditions = set.Rules
            .Select(rule => FormulaCompiler.ConditionTree(rule.Body.Condition!).Compile())
            .ToArray();
        return () =>
        {
            var holding = 0;
            foreach (var account in Accounts.All)
            {
                object?[] frame = [account];
                foreach (var holds in conditions)
                {
                    holding += holds(frame) is Truth.True ? 1 : 0;
                }
            }

            Kept = holding;
        };
    }

    private static Action Book<T>(string file, T[] records)
    {
        var book = new RuleBook(RuleSettings.RulesEngine);
        if (book.Add(file)[0] is BookAnswer.Refused refused)
        {
            throw new InvalidOperationException(string.Join('\n', refused.Mistakes));
        }

        return () =>
        {
            foreach (var record in records)
            {
                var answer = book.EvaluateAsync(AccountRules.Workflow, [About(record)], CancellationToken.None);

                // No action of these rules waits for anything.
                Kept = answer.IsCompletedSuccessfully ? answer.Result : throw new InvalidOperationException("It waits.");
            }
        };
    }

    public static Action Each<T>(T[] records, Func<T, object> evaluate) => () =>
    {
        foreach (var record in records)
        {
            Kept = evaluate(record);
        }
    };

    private static string Explained(RuleSet set, Account account)
    {
        var sentence = "";
        foreach (var rule in set.Rules)
        {
            sentence = set.Explain(rule, About(account)).Sentence;
        }

        return sentence;
    }

    private static RuleParameter About(object? record) => new("account", record);
}
