using System.Collections.Immutable;
using System.Text;
using Planning.Workflows.Playbooks;

namespace Planning.Workflows.Generation;

/// <summary>A portfolio of any size, made from a seed as the importer's own files (METHOD §8.1).</summary>
/// <remarks>The same seed, size and day give the same bytes. Customers are made apart from one another, some at a time, so that
/// the memory it takes is that of the plan and of some customers.</remarks>
public sealed class GeneratedPortfolio
{
    private const int Together = 128;

    private static readonly (string Name, string Header)[] Tables =
    [
        ("employees.csv", "id,name,region,unit,job_role,level,languages,industries,capacity_fte,conflict_cities,domains,manager"),
        ("customers.csv", "id,name,country,industry,region,tier,lane,posture,tier_since,posture_since,lifecycle,on_target_list,"
            + "benchmark_effect,group_root,group_root_confirmed,cities"),
        ("units.csv", "customer,unit,function,relevance,headcount_in_process"),
        ("people.csv", "id,customer,name,title,unit,process_role,influence_now,influence_future,stance,level,target_level,owner"),
        ("seats.csv", "customer,role,kind,employee,since"),
        ("metrics.csv", "customer,period,metric,value,unit,observed_on,source"),
        ("interactions.csv", "id,customer,people,employees,on,means,direction,two_way,topic,outcome,next_step,minutes"),
        ("history.jsonl", ""),
        ("truths.csv", "kind,customer,object,rule,note"),
    ];

    private readonly PortfolioPlan _plan;
    private readonly Roster _roster;

    public GeneratedPortfolio(int seed, PortfolioSize size, DateOnly today, Playbook playbook)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seed);
        _plan = new PortfolioPlan(seed, size, today, playbook.Calendars);
        _roster = new Roster(_plan, playbook.Policies.Team);
    }

    /// <summary>What people speak in a region of the generated vendor.</summary>
    public static ImmutableArray<string> LanguagesOf(string region) => Place.All.Single(place => place.Region == region).Languages;

    public int Employees => _roster.Members.Count;

    /// <summary>The texts of the files, part by part; what belongs to one file is to be written in this order.</summary>
    public IEnumerable<(string File, string Text)> Parts()
    {
        yield return ("vendor.json", VendorPage.Figures(_plan, _roster));
        foreach (var (name, header) in Tables)
        {
            yield return (name, header.Length == 0 ? "" : header + "\n");
        }

        var employees = new StringBuilder();
        foreach (var member in _roster.Members)
        {
            VendorPage.Employee(employees, _plan, member);
        }

        yield return ("employees.csv", employees.ToString());
        for (var from = 0; from < _plan.Size.Customers; from += Together * 2)
        {
            var start = from;
            var parts = new Dictionary<string, StringBuilder>[2];
            Parallel.For(0, 2, half => parts[half] = Some(start + (half * Together)));
            foreach (var (name, _) in Tables)
            {
                yield return (name, $"{parts[0][name]}{parts[1][name]}");
            }
        }
    }

    private Dictionary<string, StringBuilder> Some(int from)
    {
        var files = Tables.ToDictionary(table => table.Name, _ => new StringBuilder(), StringComparer.Ordinal);
        for (var customer = from; customer < Math.Min(from + Together, _plan.Size.Customers); customer++)
        {
            new CustomerPages(_plan, _roster, customer).Write(files);
        }

        return files;
    }
}
