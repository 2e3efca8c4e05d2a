using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Journal;

/// <summary>One example of every kind of event about escalations.</summary>
internal static class EscalationKinds
{
    private const string Key = "ESC-01/person:reto-ammann";
    private const string About = "Reto Ammann (CEO)";

    private static readonly DateTimeOffset Morning = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    public static (string Name, CustomerEvent Example, string Sentence)[] All { get; } =
    [
        ("condition-began", new ConditionBegan(Key, About, Day("2026-05-04"), Day("2026-06-03"), "ignored"),
            "ESC-01 looks at Reto Ammann (CEO): ignored."),
        ("condition-passed", new ConditionPassed(Key, About), "ESC-01 has nothing to say of Reto Ammann (CEO) any more."),
        ("escalation-opened", new EscalationOpened(new Escalation(
            Key, "ESC-01", "ignored person", About, "ignored", "escalations 2026.1", Morning, [new LadderTime("AR", Morning)])),
            "ESC-01 ignored person was raised to AR for Reto Ammann (CEO): ignored."),
        ("escalation-rose", new EscalationRose(Key, About, 1, "ACCOUNT_HEAD"), "ESC-01 for Reto Ammann (CEO) rose to ACCOUNT_HEAD."),
        ("escalation-spared", new EscalationSpared(Key, About, 1, "ACCOUNT_HEAD"),
            "ESC-01 for Reto Ammann (CEO) was not raised to ACCOUNT_HEAD: it is in hand."),
        ("escalation-acknowledged", new EscalationAcknowledged(Key, About, "anna-keller"),
            "anna-keller has taken ESC-01 for Reto Ammann (CEO)."),
        ("escalation-progressed", new EscalationProgressed(Key, About, "anna-keller", Morning, "Lunch is fixed for Friday"),
            "anna-keller on ESC-01 for Reto Ammann (CEO): Lunch is fixed for Friday."),
        ("escalation-snoozed", new EscalationSnoozed(Key, About, "anna-keller", Day("2026-05-20"), "He is on leave"),
            "anna-keller let ESC-01 for Reto Ammann (CEO) rest until 2026-05-20: He is on leave."),
        ("escalation-eased", new EscalationEased(Key, About, Day("2026-05-20")), "ESC-01 for Reto Ammann (CEO) holds no longer."),
        ("escalation-relapsed", new EscalationRelapsed(Key, About), "ESC-01 for Reto Ammann (CEO) holds again."),
        ("escalation-closed", new EscalationClosed(Key, About, null, "it is so no longer"),
            "ESC-01 for Reto Ammann (CEO) was closed by the facts: it is so no longer."),
        ("escalation-closed", new EscalationClosed(Key, About, "e-cee-01", "He leaves in June"),
            "ESC-01 for Reto Ammann (CEO) was closed by e-cee-01: He leaves in June."),
    ];
}
