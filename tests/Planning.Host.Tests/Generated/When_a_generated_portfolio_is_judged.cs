using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Workflows.Generation;

namespace Planning.Host.Tests.Generated;

/// <summary>Hits and false alarms of the rules, counted against what was put into the portfolio on purpose (METHOD §8.1).</summary>
[Collection(JudgedPortfolio.OneProgressAtATime)]
public sealed class When_a_generated_portfolio_is_judged(JudgedPortfolio portfolio) : IAsyncLifetime
{
    private static readonly Quarter Newest = new(2026, 3);

    public async ValueTask InitializeAsync() => await portfolio.IsReadyAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void it_is_imported_without_a_mistake()
    {
        Assert.Equal(0, portfolio.ImportExit);
        Assert.Equal(JudgedPortfolio.Customers, portfolio.Imported.Count);
    }

    [Theory]
    [InlineData("cash_cow_drift")]
    [InlineData("promotion_due")]
    [InlineData("demotion_due")]
    public void every_move_that_is_due_is_asked_for(string kind) => Assert.All(
        portfolio.Truths.Where(truth => truth.Kind == kind),
        truth => Assert.Contains(truth.Customer, portfolio.Fired(truth.Rule)));

    [Theory]
    [InlineData("T-10-CASH-COW-ENTER", "cash_cow_drift")]
    [InlineData("T-20-PROMOTE-S", "promotion_due")]
    [InlineData("T-22-PROMOTE-A", "promotion_due")]
    [InlineData("T-23-PROMOTE-B", "promotion_due")]
    [InlineData("T-30-DEMOTE-S", "demotion_due")]
    [InlineData("T-32-DEMOTE-A", "demotion_due")]
    [InlineData("T-33-DEMOTE-B", "demotion_due")]
    public void a_move_that_nobody_put_in_is_rare_and_the_numbers_ask_for_it(string rule, string kind)
    {
        var others = portfolio.Fired(rule).Except(portfolio.Labelled(kind, rule)).ToList();
        var numbers = new GeneratedNumbers(portfolio.Files);
        Assert.All(others, customer => Assert.True(Asks(numbers, customer, rule), $"{customer}: {rule}"));
        Assert.InRange(others.Count, 0, JudgedPortfolio.Customers / 50);
    }

    [Fact]
    public void whoever_was_not_meant_to_move_seldom_does()
    {
        // METHOD §4.3: with bands, holds and stays about one in twenty moves in a year, at this noise.
        var meant = portfolio.Truths.Where(truth => truth.Rule.StartsWith("T-", StringComparison.Ordinal))
            .Select(truth => truth.Customer).ToHashSet();
        var moved = portfolio.Now.Values.Count(customer => !meant.Contains(customer.Id.Value)
            && customer.Standing.Tier != portfolio.Imported[customer.Id.Value].Standing.Tier);
        Assert.InRange(moved, 0, JudgedPortfolio.Customers * 3 / 20);
    }

    [Fact]
    public void missing_inputs_are_asked_for_and_nothing_else_is()
    {
        Assert.Equal(portfolio.Labelled("inputs_missing").Order(), portfolio.Fired("T-00-DATA-GATE").Order());
        Assert.Empty(JudgedPortfolio.Raised(portfolio.Now, "ESC-31"));
        Assert.Equal(portfolio.Labelled("inputs_missing").Order(), JudgedPortfolio.Raised(portfolio.Later, "ESC-31").Order());
    }

    [Fact]
    public void sanctions_hold_exactly_those_who_are_hit()
    {
        var hit = portfolio.Labelled("sanctions_hit");
        Assert.NotEmpty(hit);
        Assert.Equal(hit, portfolio.Fired("T-01-LEGAL-HOLD"));
        Assert.Equal(hit, JudgedPortfolio.Raised(portfolio.Now, "ESC-24"));
        Assert.All(hit, customer => Assert.Equal(Posture.Hold, portfolio.Now[customer].Standing.Posture));
    }

    [Fact]
    public void every_ignored_person_is_found_and_nobody_else()
    {
        var ignored = Ignored(portfolio.Now).ToHashSet();
        var raised = JudgedPortfolio.Raised(portfolio.Now, "ESC-01");
        Assert.Equal(ignored.Order(), raised.Order());
        Assert.Subset(raised, portfolio.Labelled("ignored_rising_person"));

        // Not trivially so: most people are touched, and most who are not were missed by chance.
        Assert.InRange(
            raised.Count,
            2 * portfolio.Labelled("ignored_rising_person").Count,
            portfolio.Now.Values.Sum(customer => customer.People.Count) / 4);
    }

    [Fact]
    public void every_rising_person_is_found_after_thirty_days()
    {
        var raised = JudgedPortfolio.Raised(portfolio.Later, "ESC-02");
        var labelled = portfolio.Labelled("ignored_rising_person");

        // A customer that fell to tier C meanwhile is not asked for rising people any more.
        Assert.All(labelled.Except(raised), about => Assert.Equal(Tier.C, portfolio.Later[about.Split(' ')[0]].Standing.Tier));
        Assert.InRange(labelled.Intersect(raised).Count(), labelled.Count * 9 / 10, labelled.Count);

        // The others rise as well, but somebody has met them: ESC-02 is about the level, not about the last touch.
        var others = raised.Except(labelled).ToList();
        Assert.All(others, about => Assert.DoesNotContain(about, Ignored(portfolio.Now)));
        Assert.InRange(others.Count, 1, labelled.Count);
    }

    [Fact]
    public void every_seat_that_is_vacant_for_too_long_is_found_and_no_other()
    {
        var raised = JudgedPortfolio.Raised(portfolio.Now, "ESC-07").Union(JudgedPortfolio.Raised(portfolio.Now, "ESC-07-S"));
        Assert.Equal(portfolio.Labelled("seat_vacant").Order(), raised.Order());
        Assert.Contains(portfolio.Now.Values, customer => customer.Team.Seats.Any(seat => seat is { Employee: null, Kind: SeatKind.Primary }
            && !raised.Contains($"{customer.Id} {seat.Role}")));
    }

    [Fact]
    public async Task the_hard_rules_refuse_exactly_those_holders_who_are_in_conflict()
    {
        var employees = (await portfolio.Runtime.Portfolio.EmployeesAsync(TestContext.Current.CancellationToken))
            .ToDictionary(one => one.Id);
        var refused =
            from customer in portfolio.Now.Values
            from seat in customer.Team.Seats
            where seat is { Kind: SeatKind.Primary, Employee: not null } && IsRefused(customer, seat, employees[seat.Employee.Value])
            select $"{customer.Id} {seat.Role}";
        Assert.Equal(portfolio.Labelled("conflict_after_assignment").Order(), refused.Order());
    }

    [Fact]
    public void every_plan_that_rests_is_late_and_no_other()
    {
        var late = portfolio.Now.Values
            .Where(customer => customer.Escalations.Open.Values.Any(open => open.Rule is "ESC-20" or "ESC-20-INSIGHT" or "ESC-20-STALE"))
            .Select(customer => customer.Id.Value);
        Assert.Equal(
            portfolio.Truths.Where(truth => truth.Kind == "stale_plan").Select(truth => truth.Customer).Order(), late.Order());
        Assert.True(portfolio.Now.Values.Count(customer => customer.Plan is not null) > 20);
    }

    [Fact]
    public void people_who_stand_twice_are_taken_in_as_two() => Assert.All(
        portfolio.Truths.Where(truth => truth.Kind == "duplicate_person"),
        truth => Assert.Contains(portfolio.Now[truth.Customer].People.Keys, person => person.Value == truth.Object));

    private static IEnumerable<string> Ignored(IReadOnlyDictionary<string, Customer> customers) =>
        from customer in customers.Values
        let level = customer.Standing.CoverageLevel ?? customer.Standing.Tier
        let window = level switch { Tier.S or Tier.A => 90, Tier.B => 180, _ => 365 }
        from person in customer.People.Values
        where !(customer.Contacts.LastTouch.TryGetValue(person.Id, out var last)
            && new DateOnly(2026, 10, 5).DayNumber - last.DayNumber <= window)
        select $"{customer.Id} {person.Id}";

    // METHOD §4.3's table over the numbers of the file: in as many quarters in a row as the rule asks for.
    private bool Asks(GeneratedNumbers numbers, string customer, string rule)
    {
        var tier = portfolio.Now[customer].Standing.InForceIn(Newest).Tier;
        bool IsSo(Quarter period)
        {
            var of = numbers.Of(customer, period);
            var scores = Scores.Of(of);
            return rule[..4] switch
            {
                "T-10" => scores.IsCashCow(of, numbers.Of(customer, period.Add(-8)).Match),
                "T-20" or "T-22" or "T-23" => scores.Rises(tier, of),
                _ => scores.Falls(tier, of),
            };
        }

        var hold = rule.Contains("DEMOTE", StringComparison.Ordinal) ? Scores.DemotionHold : Scores.PromotionHold;
        return Enumerable.Range(0, hold).All(age => IsSo(Newest.Add(-age)));
    }

    private bool IsRefused(Customer customer, SeatAssignment seat, Employee employee)
    {
        var playbook = portfolio.Runtime.Playbook;
        var day = new DateOnly(2026, 10, 5);
        var on = new Occasion(
            "anna", new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero), 1, playbook.Calendars.Of(customer.Details!.Country),
            playbook.Policies, playbook.Gates.On(day), playbook.Escalations.On(day));
        var profile = new SeatProfile(1, "", [], "", [], null, null);
        var search = new CandidateSearch(customer, seat.Seat, SeatKind.Primary, profile, Pool.None, on);
        return search.FirstRefusal(new Prospect(employee, []))?.Rule == CandidateRule.Conflict;
    }
}
