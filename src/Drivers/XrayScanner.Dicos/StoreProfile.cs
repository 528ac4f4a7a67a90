using System.Globalization;
using System.Text;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>What is accepted on an association, as storescp's configuration file (dcmtk's asconfig): explicit before implicit, no big endian; compressed pictures as they are.</summary>
internal static class StoreProfile
{
    public const string Name = "Scanner";

    private const string Explicit = "1.2.840.10008.1.2.1";
    private const string Implicit = "1.2.840.10008.1.2";
    private const string Verification = "1.2.840.10008.1.1";
    private const string Report = "1.2.840.10008.5.1.4.1.1.501.3";

    private static readonly string[] s_compressed = ["1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.90"];

    /// <summary>Those of xray.md section 1.4 that show a parcel; those that show a person are not taken.</summary>
    private static readonly string[] s_pictures =
    [
        "1.2.840.10008.5.1.4.1.1.501.1", "1.2.840.10008.5.1.4.1.1.501.2.1", "1.2.840.10008.5.1.4.1.1.501.2.2",
        "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.1", "1.2.840.10008.5.1.4.1.1.1.1", "1.2.840.10008.5.1.4.1.1.1.1.1",
    ];

    /// <param name="further">SOP classes of the site, digits and dots.</param>
    public static string Text(IReadOnlyList<string> further)
    {
        var text = new StringBuilder();
        text.Append("[[TransferSyntaxes]]\n[Plain]\n");
        Number(text, "TransferSyntax", [Explicit, Implicit]);
        text.Append("[Pictures]\n");
        Number(text, "TransferSyntax", [Explicit, Implicit, .. s_compressed]);
        text.Append("[[PresentationContexts]]\n[").Append(Name).Append("]\n");
        Number(text, "PresentationContext", [Verification + "\\Plain", Report + "\\Plain", .. s_pictures.Union(further).Select(uid => uid + "\\Pictures")]);
        text.Append("[[Profiles]]\n[").Append(Name).Append("]\nPresentationContexts = ").Append(Name).Append('\n');
        return text.ToString();
    }

    private static void Number(StringBuilder text, string name, IEnumerable<string> values)
    {
        foreach (var (index, value) in values.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}{index + 1} = {value}\n");
        }
    }
}
