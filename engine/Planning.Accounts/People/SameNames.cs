using System.Globalization;
using System.Text;
using Planning.Accounts.Customers;

namespace Planning.Accounts.People;

/// <summary>Records that look like one person kept twice: names that sound alike, in one unit or with one title (METHOD ESC-14).</summary>
/// <param name="Second">The record that is one too many.</param>
/// <param name="Records">How many there are in all.</param>
internal sealed record SameNames(Id<Person> Second, string Name, string Title, int Records)
{
    // What is written in several ways and spoken in one; the longer first.
    private static readonly (string Written, string Spoken)[] Spellings =
    [
        ("ue", "u"), ("oe", "o"), ("ae", "a"), ("aa", "a"), ("ou", "u"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("ss", "s"),
        ("c", "k"), ("z", "s"), ("y", "i"), ("w", "v"),
    ];

    public static IEnumerable<SameNames> Of(Customer customer)
    {
        var there = customer.People.Values.Where(person => person.LeftOn is null).ToList();
        return from alike in there.GroupBy(person => Spoken(person.Name), StringComparer.Ordinal)
               where alike.Skip(1).Any()
               from person in alike
               let same = alike.Where(other => other.Unit == person.Unit || other.Title == person.Title).ToList()
               where same is [var first, _, ..] && first.Id != person.Id
               select new SameNames(person.Id, person.Name, person.Title, same.Count);
    }

    /// <summary>A name as it sounds, whatever its accents, doubled letters or the order of its parts.</summary>
    internal static string Spoken(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var letter in name.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            _ = letter switch
            {
                'ø' => letters.Append('o'),
                'æ' => letters.Append('a'),
                'ß' => letters.Append('s'),
                'ł' => letters.Append('l'),
                _ when CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark => letters,
                _ when char.IsLetterOrDigit(letter) => letters.Append(letter),
                _ => letters.Append(' '),
            };
        }

        var parts = letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => Spellings.Aggregate(part, (sound, spelling) => sound.Replace(spelling.Written, spelling.Spoken, StringComparison.Ordinal)))
            .Select(Single)
            .Order(StringComparer.Ordinal);
        return string.Join(' ', parts);
    }

    private static string Single(string part) =>
        string.Concat(part.Where((letter, at) => at == 0 || part[at - 1] != letter));
}
