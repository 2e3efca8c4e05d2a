using System.Collections.Immutable;

namespace Planning.Accounts.Teams;

/// <summary>The hard rules of who may hold a seat, in the order in which they are asked (METHOD §3.3).</summary>
public static class CandidateRule
{
    public const string Licence = "ROLE-LICENCE";
    public const string Level = "LEVEL";
    public const string Language = "LANGUAGE";
    public const string Clearance = "CLEARANCE";
    public const string Region = "REGION";

    /// <summary>Whatever the conflict is, assigners see no more than this word (INV-27).</summary>
    public const string Conflict = "CONFLICT";
    public const string CoolingOff = "COOLING-OFF";
    public const string OneRole = "ONE-ROLE";
    public const string Load = "LOAD";
    public const string OneS = "ONE-S-SEAT";
    public const string Span = "SPAN";
    public const string OneChange = "ONE-CHANGE";
    public const string Rivals = "RIVALS";
    public const string PoolFloor = "C-FLOOR";

    public static ImmutableArray<string> All { get; } =
    [
        Licence, Level, Language, Clearance, Region, Conflict, CoolingOff, OneRole, Load, OneS, Span, OneChange, Rivals, PoolFloor,
    ];

    /// <summary>Rules that stand whoever agrees: load is hard (INV-24), and so is what protects other customers.</summary>
    public static ImmutableArray<string> NeverWaived { get; } = [Licence, OneRole, Load, OneS, OneChange, Rivals, PoolFloor];
}
