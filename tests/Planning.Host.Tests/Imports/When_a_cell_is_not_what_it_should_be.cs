using static Planning.Host.Tests.Imports.Portfolio;

namespace Planning.Host.Tests.Imports;

public sealed class When_a_cell_is_not_what_it_should_be
{
    [Theory]
    [InlineData("30.09.2026", "since “30.09.2026”: is no day; write it like 2026-09-30")]
    [InlineData("2026-02-30", "since “2026-02-30”: is no day; write it like 2026-09-30")]
    [InlineData("", "since: is empty; write it like 2026-09-30")]
    public void the_right_form_of_a_day_is_told(string since, string mistake) =>
        Read("seats.csv", $"{SeatHeader}helvia,AR,primary,e-1,{since}\n").HasMistakes($"seats.csv, row 2, {mistake}");

    [Theory]
    [InlineData("tier", "S,STANDARD", "D,STANDARD", "“D”: is none of the words; write one of C, B, A, S")]
    [InlineData("lane", "S,STANDARD", "S,FAST", "“FAST”: is none of the words; write one of STANDARD, TARGET")]
    [InlineData("posture", "INVEST", "SELL", "“SELL”: is none of the words; write one of BUILD, INVEST, HOLD_STEADY, HARVEST, HOLD")]
    [InlineData("lifecycle", "active,true", ",true", ": is empty; write one of prospect, active, dormant, lost, closed")]
    [InlineData("tier_since", "2022-Q3,2022-Q3,active,true", "2022-Q5,2022-Q3,active,true", "“2022-Q5”: is no quarter; write it like 2026-Q3")]
    [InlineData("tier_since", "2022-Q3,2022-Q3,active,true", "2027-Q1,2022-Q3,active,true", "“2027-Q1”: is 2027-Q1, which has not begun yet")]
    [InlineData("on_target_list", "active,true", "active,yes", "“yes”: is neither true nor false; write true or false")]
    [InlineData("country", "CH", "Switzerland", "“Switzerland”: “Switzerland” is not an ISO 3166 code of two capital letters, as CH")]
    [InlineData("group_root", ",helvia,", ",Helvia AG,", "“Helvia AG”: is no id; write 1 to 64 lower-case letters, digits and hyphens")]
    [InlineData("group_root", ",helvia,", ",,", ": is empty; write 1 to 64 lower-case letters, digits and hyphens")]
    [InlineData("name", "Helvia Telekom", " ", ": is empty")]
    public void a_customer_is_told_what_would_be_right(string column, string right, string wrong, string mistake) =>
        Read("customers.csv", Customers.Replace(right, wrong, StringComparison.Ordinal))
            .HasMistakes($"customers.csv, row 2, {column}{(mistake[0] == ':' ? "" : " ")}{mistake}");

    [Theory]
    [InlineData("4,no;en", "6,no;en", "level “6”: is 6; it must be from 1 to 5")]
    [InlineData("1.0,", "1.5,", "capacity_fte “1.5”: is 1.5; it must be from 0.01 to 1")]
    [InlineData("1.0,", "0,", "capacity_fte “0”: is 0; it must be from 0.01 to 1")]
    [InlineData("1.0,", "full,", "capacity_fte “full”: is no number; write it like 1380.5, with a point and without thousands separators")]
    [InlineData("SE-STO", "NO-OSL;his mother", "conflict_cities: entry 2 is no coded city; write country and city like GB-LON, and never the reason")]
    [InlineData("Ada Berg", "", "name: is empty")]
    public void an_employee_is_told_what_would_be_right(string right, string wrong, string mistake) =>
        Read("employees.csv", Employees.Replace(right, wrong, StringComparison.Ordinal)).HasMistakes($"employees.csv, row 2, {mistake}");

    [Theory]
    [InlineData("decide,5,5", "decide,0,6",
        "influence_now “0”: is 0; it must be from 1 to 5", "influence_future “6”: is 6; it must be from 1 to 5")]
    [InlineData("2,4,e-1", "2,9,e-1", "target_level “9”: is 9; it must be from 0 to 5")]
    [InlineData("2,4,e-1", "2,4,", "owner: is empty; whoever has a part in a process has an owner (INV-09)")]
    [InlineData("neutral", "friend", "stance “friend”: is none of the words; write one of unknown, supports, neutral, opposes")]
    [InlineData("decide", "rule",
        "process_role “rule”: is none of the words; write one of decide, approve, advise, evaluate, use, gatekeep, influence")]
    public void a_person_is_told_what_would_be_right(string right, string wrong, params string[] mistakes) =>
        Read("people.csv", People.Replace(right, wrong, StringComparison.Ordinal))
            .HasMistakes([.. mistakes.Select(mistake => $"people.csv, row 2, {mistake}")]);

    [Theory]
    [InlineData("2027-01-01,call,ours,true,Talk", "on “2027-01-01”: is 2027-01-01, which has not come yet")]
    [InlineData("2026-01-01,fax,ours,true,Talk", "means “fax”: is none of the words; write one of visit_hq, reference_site, onsite_event, technical_exchange, management_study, meeting, call, mail, service_visit")]
    [InlineData("2026-01-01,call,both,true,Talk", "direction “both”: is none of the words; write one of ours, theirs")]
    [InlineData("2026-01-01,call,ours,1,Talk", "two_way “1”: is neither true nor false; write true or false")]
    [InlineData("2026-01-01,call,ours,true,", "topic: is empty")]
    public void an_interaction_is_told_what_would_be_right(string cells, string mistake) =>
        Read("interactions.csv", $"{InteractionHeader}i-1,helvia,p-1,e-1,{cells},,\n").HasMistakes($"interactions.csv, row 2, {mistake}");

    [Fact]
    public void upper_case_words_and_spaces_around_cells_do_no_harm() =>
        Read("seats.csv", $"{SeatHeader} helvia , ar , Primary , e-1 , 2026-09-30 \n").HasMistakes();
}
