using static Planning.Host.Tests.Imports.Portfolio;

namespace Planning.Host.Tests.Imports;

public sealed class When_somebody_is_unknown
{
    [Fact]
    public void a_customer_must_be_in_customers_csv_or_known_before() =>
        Read("units.csv", "customer,unit,function,relevance,headcount_in_process\nzephyr,Networks,engineering,3,\n").HasMistakes(
            "units.csv, row 2, customer “zephyr”: is no known customer; add it to customers.csv");

    [Fact]
    public void an_employee_must_be_in_employees_csv_or_known_before() =>
        Read("seats.csv", $"{SeatHeader}helvia,AR,primary,e-9,2026-09-30\n").HasMistakes(
            "seats.csv, row 2, employee “e-9”: is no known employee; add the employee to employees.csv");

    [Fact]
    public void a_unit_must_be_in_units_csv_or_known_before() =>
        Read("people.csv", People.Replace("Networks", "Sales", StringComparison.Ordinal)).HasMistakes(
            "people.csv, row 2, unit “Sales”: is no unit of helvia; add it to units.csv");

    [Fact]
    public void each_unknown_person_and_employee_of_an_interaction_is_named() =>
        Read("interactions.csv", $"{InteractionHeader}i-1,helvia,p-1;p-8;P 9,e-1;e-8,2026-01-01,call,ours,true,Talk,,\n").HasMistakes(
            "interactions.csv, row 2, people “P 9”: is no id; write 1 to 64 lower-case letters, digits and hyphens",
            "interactions.csv, row 2, employees “e-8”: is no known employee; add the employee to employees.csv",
            "interactions.csv, row 2, people “p-8”: is nobody known at helvia; add the person to people.csv");

    [Fact]
    public void a_person_of_another_customer_is_told_as_one() =>
        ReadAll("interactions.csv", $"{InteractionHeader}i-1,karst,p-1,e-1,2026-01-01,call,ours,true,Talk,,\n").HasMistakes(
            "interactions.csv, row 2, people “p-1”: is nobody at karst, but at another customer");

    [Fact]
    public void whoever_is_in_the_same_import_is_known()
    {
        var reading = ReadAll("interactions.csv", $"{InteractionHeader}i-1,helvia,p-1,e-1;e-2,2026-01-01,call,theirs,true,Talk,Yes,\n");
        reading.HasMistakes();
        var interaction = Assert.Single(reading.Customer("helvia").Record.Interactions);
        Assert.Equal((true, "Yes", null), (interaction.TheyStarted, interaction.Outcome, interaction.NextStep));
    }
}
