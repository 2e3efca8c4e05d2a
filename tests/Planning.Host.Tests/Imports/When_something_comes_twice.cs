using static Planning.Host.Tests.Imports.Portfolio;

namespace Planning.Host.Tests.Imports;

public sealed class When_something_comes_twice
{
    [Fact]
    public void the_first_customer_counts()
    {
        var reading = Read("customers.csv", Customers + Customers.Split('\n')[2] + "\n");
        reading.HasMistakes("customers.csv, row 4, id “karst”: is a duplicate of row 3; each customer has one row");
        Assert.Equal(2, reading.Customers.Count);
    }

    [Fact]
    public void the_first_employee_counts() => Read("employees.csv", Employees + Employees.Split('\n')[1] + "\n").HasMistakes(
        "employees.csv, row 4, id “e-1”: is a duplicate of row 2; each employee has one row");

    [Fact]
    public void the_first_person_of_an_id_counts() =>
        Read("people.csv", $"{People}p-1,helvia,Urs Bach,CFO,Networks,,1,1,unknown,0,1,\n").HasMistakes(
            "people.csv, row 3, id “p-1”: is a duplicate of row 2; each person has one row");

    [Fact]
    public void a_person_with_another_id_but_the_same_name_and_title_is_found()
    {
        var reading = Read("people.csv", $"{People}p-2,helvia,ZOE  Frei,cto,Networks,,1,1,unknown,0,1,\np-3,helvia,Zoë Frei,CFO,Networks,,1,1,unknown,0,1,\n");
        reading.HasMistakes("people.csv, row 3, name “ZOE  Frei”: is a duplicate of p-1 in row 2: the same customer, name and title");
        Assert.Equal(["p-1", "p-3"], reading.Customer("helvia").Record.People.Select(person => person.Id.Value));
    }

    [Fact]
    public void the_first_unit_counts() => Read("units.csv", $"{Units}helvia,Networks,finance,1,\n").HasMistakes(
        "units.csv, row 3, unit “Networks”: is a duplicate of row 2; each unit of a customer has one row");

    [Fact]
    public void the_first_metric_of_a_customer_and_quarter_counts() => Read("metrics.csv", MetricHeader + """
        helvia,2026-Q3,match,60,points,2026-09-30,desk
        karst,2026-Q3,match,60,points,2026-09-30,desk
        helvia,2026-Q2,match,60,points,2026-06-30,desk
        helvia,2026-Q3,match,61,points,2026-09-30,desk
        """).HasMistakes("metrics.csv, row 5, metric “match”: is a duplicate of row 2; each metric of a customer and quarter has one row");

    [Fact]
    public void the_first_interaction_counts() => Read("interactions.csv", InteractionHeader + """
        i-1,helvia,p-1,e-1,2026-01-01,call,ours,true,Talk,,
        i-1,karst,,e-1,2026-01-01,call,ours,true,Talk,,
        """).HasMistakes("interactions.csv, row 3, id “i-1”: is a duplicate of row 2; each interaction has one row");

    [Fact]
    public void the_first_holder_of_a_seat_counts() => Read("seats.csv", SeatHeader + """
        helvia,AR,primary,e-1,2026-01-01
        helvia,AR,primary,e-2,2026-01-01
        """).HasMistakes("seats.csv, row 3, kind “primary”: is a duplicate of row 2; each role and kind of seat at a customer has one row");
}
