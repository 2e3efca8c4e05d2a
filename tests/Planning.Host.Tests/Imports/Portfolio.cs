using System.Text;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Host.Imports;

namespace Planning.Host.Tests.Imports;

/// <summary>A small sound portfolio, of which a test replaces one file.</summary>
internal static class Portfolio
{
    public const string Vendor = """
        {"name": "Lanternfish", "reportingCurrency": "EUR", "figures": [
          {"period": "2026-Q3", "revenueTtm": 1180, "contributionPct": 0.19, "frontlineFte": 560}
        ]}
        """;

    public const string Employees = """
        id,name,region,unit,job_role,level,languages,industries,capacity_fte,conflict_cities
        e-1,Ada Berg,NWE,Oslo,AR,4,no;en,telecom,1.0,SE-STO
        e-2,Ben Cole,NWE,Oslo,SR,3,en,telecom,0.5,

        """;

    public const string Customers = """
        id,name,country,industry,region,tier,lane,posture,tier_since,posture_since,lifecycle,on_target_list,benchmark_effect,group_root,group_root_confirmed
        helvia,Helvia Telekom,CH,telecom,CEE,S,STANDARD,INVEST,2022-Q3,2022-Q3,active,true,false,helvia,true
        karst,Karst Kabel,SI,telecom,CEE,C,STANDARD,BUILD,2022-Q3,2022-Q3,active,false,false,karst,true

        """;

    public const string Units = """
        customer,unit,function,relevance,headcount_in_process
        helvia,Networks,engineering,3,90

        """;

    public const string People = """
        id,customer,name,title,unit,process_role,influence_now,influence_future,stance,level,target_level,owner
        p-1,helvia,Zoë Frei,CTO,Networks,decide,5,5,neutral,2,4,e-1

        """;

    public const string SeatHeader = "customer,role,kind,employee,since\n";

    public const string MetricHeader = "customer,period,metric,value,unit,observed_on,source\n";

    public const string InteractionHeader =
        "id,customer,people,employees,on,means,direction,two_way,topic,outcome,next_step\n";

    public static DateOnly Today { get; } = new(2026, 10, 5);

    /// <summary>Knows what the files above say, for a test of one file alone.</summary>
    public static KnownPortfolio Known { get; } = new()
    {
        ReportingCurrency = "EUR",
        IsCustomer = id => id.Value is "helvia" or "karst",
        IsEmployee = id => id.Value is "e-1" or "e-2",
        UnitsOf = id => id.Value == "helvia" ? ["Networks"] : [],
        PeopleOf = id => id.Value == "helvia" ? [Id<Person>.Parse("p-1", null)] : [],
    };

    public static ImportFile File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public static ImportFile File(string name, byte[] bytes) => new(name, bytes.Length, () => new MemoryStream(bytes));

    /// <summary>Reads one file against what is known.</summary>
    public static ImportReading Read(string name, string text) => Read(File(name, text));

    public static ImportReading Read(params IReadOnlyList<ImportFile> files) => ReadKnowing(Known, files);

    public static ImportReading ReadKnowing(KnownPortfolio known, params IReadOnlyList<ImportFile> files) =>
        PortfolioReader.Read(files, known, Today, cancellationToken: TestContext.Current.CancellationToken);

    public static ImportReading ReadPath(string path) => PortfolioReader.Read(
        path, KnownPortfolio.Nothing, Today, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Reads the whole small portfolio, with one of its files replaced or added.</summary>
    public static ImportReading ReadAll(string name, string text)
    {
        var files = new Dictionary<string, string>
        {
            ["vendor.json"] = Vendor,
            ["employees.csv"] = Employees,
            ["customers.csv"] = Customers,
            ["units.csv"] = Units,
            ["people.csv"] = People,
            [name] = text,
        };
        return ReadKnowing(KnownPortfolio.Nothing, [.. files.Select(file => File(file.Key, file.Value))]);
    }

    public static CustomerImport Customer(this ImportReading reading, string id) =>
        reading.Customers.Single(customer => customer.Id == Id<Customer>.Parse(id, null));

    public static void HasMistakes(this ImportReading reading, params string[] mistakes) =>
        Assert.Equal(mistakes, reading.Mistakes.Select(mistake => mistake.ToString()));
}
