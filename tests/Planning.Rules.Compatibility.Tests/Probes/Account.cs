using System.Text.Json;

namespace Planning.Rules.Compatibility.Tests.Probes;

/// <summary>The typed input of the probes, as Data/account-input.json describes it.</summary>
public sealed record Account
{
    public static int StaticCount => 7;

    public string Name { get; init; } = "Contoso";
    public string Region { get; init; } = "EMEA";
    public Tier Tier { get; init; } = Tier.Silver;
    public Tier? PreviousTier { get; init; }
    public decimal Revenue { get; init; } = 125000.50m;
    public decimal? PriorRevenue { get; init; }
    public double GrowthRate { get; init; } = 0.125;
    public double? Churn { get; init; }
    public float Weight { get; init; } = 1.5f;
    public int OpenIncidents { get; init; } = 3;
    public int? Nps { get; init; }
    public long Employees { get; init; } = 12000;
    public short Months { get; init; } = 18;
    public bool IsStrategic { get; init; } = true;
    public bool? Renewed { get; init; }
    public DateTime ContractEnd { get; init; } = new(2026, 12, 31, 0, 0, 0, DateTimeKind.Unspecified);
    public DateTime? LastReview { get; init; }
    public DateTimeOffset Created { get; init; } = new(2020, 1, 2, 3, 4, 5, TimeSpan.FromHours(2));
    public DateOnly Founded { get; init; } = new(1999, 5, 6);
    public TimeSpan Sla { get; init; } = TimeSpan.FromHours(36);
    public Guid Id { get; init; } = new("11111111-2222-3333-4444-555555555555");
    public char Grade { get; init; } = 'B';
    public IReadOnlyList<Contact> Contacts { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = ["vip", "cloud"];
    public IReadOnlyList<decimal> Quarterly { get; init; } = [10, 20, 30, 40];
    public IReadOnlyList<decimal?> QuarterlyN { get; init; } = [1, null, 3];
    public IReadOnlyList<int> Scores { get; init; } = [5, 1, 9];
    public Address? Hq { get; init; }
    public Address? Billing { get; init; }
    public IReadOnlyDictionary<string, object> Extra { get; init; } = new Dictionary<string, object>();
    public IReadOnlyDictionary<string, int> Counts { get; init; } = new Dictionary<string, int>();
    public object Any { get; init; } = "text";
    public JsonElement Json { get; init; }

    public static Account Sample() => new()
    {
        Contacts =
        [
            new("Ann", "CIO", 9, true, new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Unspecified), ["exec", "eu"]),
            new("Bob", "Buyer", 4, false, null, ["ops"]),
            new(null, "CFO", 7, true, new DateTime(2025, 6, 1, 0, 0, 0, DateTimeKind.Unspecified), []),
        ],
        Hq = new Address("Berlin", "DE", new Geo(52.5, 13.4)),
        Extra = new Dictionary<string, object> { ["segment"] = "enterprise", ["score"] = 42 },
        Counts = new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 },
        Json = JsonSerializer.SerializeToElement(new { k = 5, s = "v" }),
    };

    public bool IsLarge(int n) => Employees > n;

    public decimal Avg() => Quarterly.Average();
}

/// <summary>The tier of an account.</summary>
public enum Tier
{
    Bronze,
    Silver,
    Gold,
    Platinum,
}

/// <summary>Someone at the account.</summary>
public sealed record Contact(
    string? Name, string Role, int Score, bool Active, DateTime? LastContact, IReadOnlyList<string> Tags);

/// <summary>Where the account is.</summary>
public sealed record Address(string City, string Country, Geo? Geo);

/// <summary>A place on the map.</summary>
public sealed record Geo(double Lat, double Lon);
