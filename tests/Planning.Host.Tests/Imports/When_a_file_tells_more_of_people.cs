using Planning.Accounts.People;
using static Planning.Host.Tests.Imports.Portfolio;

namespace Planning.Host.Tests.Imports;

public sealed class When_a_file_tells_more_of_people
{
    private const string People =
        "id,customer,name,title,unit,process_role,influence_now,influence_future,stance,level,target_level,owner";

    private const string Contacts =
        "id,customer,people,employees,on,means,direction,two_way,topic,outcome,next_step";

    [Fact]
    public void who_reports_to_whom_their_rank_and_how_to_reach_them_are_read()
    {
        var reading = Read(
            "people.csv",
            $"{People},reports_to,rank,preferred_channel,consent\n"
                + "p-2,helvia,Nadine Frey,Head,Networks,,2,3,supports,3,3,,p-1,3,phone,contract\n"
                + "p-3,helvia,Luca Bernasconi,Architect,Networks,,2,3,supports,3,3,,,,,\n");
        reading.HasMistakes();
        Assert.Empty(reading.Warnings);
        var (frey, bernasconi) = (reading.Customer("helvia").Record.People[0], reading.Customer("helvia").Record.People[1]);
        Assert.Equal(
            ("p-1", 3, ContactKind.Phone, ConsentBasis.Contract), (frey.ReportsTo?.Value, frey.Rank, frey.PreferredChannel, frey.Consent));
        Assert.Equal(
            (null, null, null, null), (bernasconi.ReportsTo, bernasconi.Rank, bernasconi.PreferredChannel, bernasconi.Consent));
    }

    [Fact]
    public void how_long_a_contact_took_and_that_it_went_to_many_are_read()
    {
        var reading = Read(
            "interactions.csv",
            $"{Contacts},minutes,mass\n"
                + "i-1,helvia,p-1,e-1,2026-09-01,call,ours,true,Road map,,,5,\n"
                + "i-2,helvia,p-1,e-1,2026-09-01,mail,ours,true,Newsletter,,,,true\n");
        reading.HasMistakes();
        Assert.Equal(
            [(5, false), ((int?)null, true)],
            reading.Customer("helvia").Record.Interactions.Select(contact => (contact.Minutes, contact.Mass)));
    }

    [Fact]
    public void what_cannot_be_read_there_is_told_with_its_row() => Read(
        "people.csv",
        $"{People},rank,consent\n" + "p-2,helvia,Nadine Frey,Head,Networks,,2,3,supports,3,3,,9,friendship\n").HasMistakes(
        "people.csv, row 2, consent “friendship”: is none of the words; write one of consent, contract, legitimate_interest, public_source",
        "people.csv, row 2, rank “9”: is 9; it must be from 1 to 5");
}
