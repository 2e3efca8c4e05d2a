using Planning.Accounts.Coverage;
using Planning.Accounts.People;

namespace Planning.Accounts.Tests.People;

/// <summary>INV-28: business facts only. Whoever adds a field adds it here, and says why the business needs it.</summary>
public sealed class When_facts_about_people_are_kept
{
    public static TheoryData<Type, string> Fields => new()
    {
        {
            typeof(Person),
            "Id Name Title Unit Role InfluenceNow InfluenceFuture Stance Level TargetLevel Owner ReportsTo Rank PreferredChannel "
                + "Consent LeftOn InProcess"
        },
        { typeof(Dossier), "Positions ContactPoints Assessments Pending LevelSince AskedAgain Course" },
        { typeof(Position), "Customer Unit Title From Until" },
        { typeof(ContactPoint), "Kind Value VerifiedOn Key" },
        { typeof(InfluenceEdge), "From To Kind Strength" },
        { typeof(KeyAssessment), "Id Person Assessor On Dimensions Proofs Stance TargetLevel Second Level" },
        { typeof(KeyDimensions), "Recognition Activity Information Support Level" },
        { typeof(Proof), "On What" },
        {
            typeof(Interaction),
            "Id On Means TheyStarted TwoWay People Employees Topic Outcome NextStep Minutes Mass OurRank CanTouch IsWritten"
        },
        { typeof(Stakeholders), "Dossiers Influence Merged Gone" },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void INV_28_there_is_no_field_for_what_is_private(Type type, string fields) => Assert.Equal(
        fields.Split(' ').Order(StringComparer.Ordinal),
        type.GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance)
            .Select(property => property.Name).Order(StringComparer.Ordinal));
}
