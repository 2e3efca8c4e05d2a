using System.Text;
using Planning.Accounts.Certification;
using Planning.Grains.Turns;
using static Planning.Host.Tests.Imports.Portfolio;

namespace Planning.Host.Tests.Imports;

/// <summary>criteria.csv, schemes.csv and evidence.csv: rows become what people did on their days.</summary>
public sealed class When_evidence_is_imported
{
    private const string Criteria = "criterion,domain,text,evidence_types\ncr3-01,Cr3,A quality system,certificate;report\ncr4-01,Cr4,References,\n";

    private const string Schemes = """
        customer,scheme,title,rule_book,category,region,unit,audit_days,known_since,known_by
        helvia,core,Qualification,7,core,CH,Networks,3,2025-03-03,e-1

        """;

    private const string Evidence = """
        customer,evidence,title,type,issuer,issued_on,valid_to,languages,confidentiality,owner,filed_on,text,scheme,criteria
        helvia,iso,ISO 9001,certificate,SGS,2025-01-15,2028-01-14,en;de,confidential,e-1,2025-02-03,The certificate,core,cr3-01

        """;

    [Fact]
    public void a_scheme_asks_for_all_criteria_and_evidence_comes_with_its_bytes_in_the_order_of_the_days()
    {
        var reading = Read(File("criteria.csv", Criteria), File("schemes.csv", Schemes), File("evidence.csv", Evidence));

        reading.HasMistakes();
        Assert.Equal(["2025-02-03 file-evidence", "2025-03-03 register-scheme"], reading.Acts.Select(
            act => FormattableString.Invariant($"{act.Act.On:yyyy-MM-dd} {act.Act.Request.Kind}")));
        Assert.Equal("The certificate", Encoding.UTF8.GetString(Assert.Single(reading.Files)));
        var filed = Assert.IsType<FileEvidence>(Assert.IsType<Request.Do>(reading.Acts[0].Act.Request).Command);
        Assert.Equal(
            ("helvia", "36c79aca"),
            (filed.Evidence.ConfidentialTo!.Value.Value, filed.Evidence.Hash[..8]));
        var scheme = Assert.IsType<RegisterScheme>(Assert.IsType<Request.Do>(reading.Acts[1].Act.Request).Command).Scheme;
        Assert.Equal((2, 3), (scheme.Criteria.Length, scheme.AuditDays!.Value));
    }

    [Fact]
    public void rows_that_cannot_be_are_told_and_stay_out()
    {
        var reading = Read(
            File("criteria.csv", Criteria + "cr3-01,Cr3,Again,\n"),
            File("evidence.csv", Evidence.Replace("2025-01-15", "spring", StringComparison.Ordinal).Replace(",e-1,", ",e-9,", StringComparison.Ordinal)));

        reading.HasMistakes(
            "criteria.csv, row 4, criterion “cr3-01”: stands in the file already; each criterion has one row",
            "evidence.csv, row 2, owner “e-9”: is no known employee; add the employee to employees.csv",
            "evidence.csv, row 2, issued_on “spring”: is no day; write it like 2026-09-30");
        Assert.Empty(reading.Acts);
        Assert.Empty(reading.Files);
    }

    [Fact]
    public void a_scheme_that_asks_for_nothing_is_none() => Read("schemes.csv", Schemes).HasMistakes(
        "schemes.csv, row 2: there is no sound row in criteria.csv that says what is asked for");
}
