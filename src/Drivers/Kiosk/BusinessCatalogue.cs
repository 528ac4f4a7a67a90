using EdgeGateway.Protocol.Kiosks;
using EdgeGateway.Protocol.Privacy;

namespace EdgeGateway.Drivers.Kiosk;

/// <summary>The businesses that kiosks of a site do, as a table: the eighteen that come with the product (kiosk.md section 3.2), and what the site adds.</summary>
public sealed class BusinessCatalogue
{
    /// <summary>What a business is called that is not in the table.</summary>
    public const string Other = "other";

    private readonly Dictionary<string, string> _codes;

    internal BusinessCatalogue(IReadOnlyList<Business> businesses, IEnumerable<KeyValuePair<string, string>> spellings)
    {
        Businesses = businesses;
        _codes = businesses.ToDictionary(business => business.Code, business => business.Code, StringComparer.Ordinal);
        foreach (var (raw, code) in spellings)
        {
            _codes[raw] = code;
        }
    }

    public IReadOnlyList<Business> Businesses { get; }

    /// <summary>What a kiosk's own word means.</summary>
    /// <param name="said">As sent.</param>
    /// <returns>The code; for a word that is not in the table <see cref="Other"/> and the word itself, or a mask where it is no code and could be anything.</returns>
    public (string Code, string? Raw) Find(string said) =>
        _codes.TryGetValue(said, out string? code) ? (code, null) : (Other, KioskTexts.IsRawCode(said) ? said : ScrubbedText.Mask);
}

/// <summary>One business.</summary>
/// <param name="Code">For example <c>hkm.endorse</c>; those of a site begin with its namespace.</param>
/// <param name="En">Its name in English.</param>
/// <param name="Zh">Its name in Chinese.</param>
public sealed record Business(string Code, string? En, string? Zh);
