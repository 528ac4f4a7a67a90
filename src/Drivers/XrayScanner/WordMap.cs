using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>A fact that is one of a few words: where it stands, and what the device's values mean.</summary>
/// <param name="Paths">Where.</param>
/// <param name="Values">The device's values, without letter case, and the words of xray.md section 4.3.</param>
public sealed record WordMap(FieldPaths Paths, IReadOnlyDictionary<string, string> Values)
{
    public static readonly WordMap None = new(FieldPaths.None, new Dictionary<string, string>());

    /// <summary>The meaning of a value with which the device says that it does not know.</summary>
    public const string Nothing = "";

    /// <returns>What the device says and what it means; the meaning is null when the value is not listed, both are when it says nothing.</returns>
    public (string? Raw, string? Word) Read(BodyNode from)
    {
        string? raw = Paths.Text(from);
        string? word = raw is null ? null : Values.GetValueOrDefault(raw);
        return word == Nothing ? (null, null) : (raw, word);
    }
}
