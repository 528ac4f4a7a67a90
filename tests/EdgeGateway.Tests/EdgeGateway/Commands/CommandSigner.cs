using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EdgeGateway.Configuration;

namespace EdgeGateway.Tests.EdgeGateway.Commands;

/// <summary>A platform that signs, and whatever else somebody may send.</summary>
public sealed class CommandSigner : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string KeyId { get; init; } = "ops";

    public CommandKeySettings Settings(string[] may, string[] devices) => new(KeyId, _key.ExportSubjectPublicKeyInfo(), may, devices);

    public static JsonObject Payload(string id, string name, string device, DateTimeOffset issuedAt, TimeSpan valid) => new()
    {
        ["v"] = 1,
        ["id"] = id,
        ["name"] = name,
        ["device"] = device,
        ["args"] = new JsonObject { ["rate"] = 5 },
        ["issuedAt"] = Text(issuedAt),
        ["notAfter"] = Text(issuedAt + valid),
        ["issuer"] = "dispatch-7",
    };

    public byte[] Envelope(string payload, DSASignatureFormat form = DSASignatureFormat.IeeeP1363FixedFieldConcatenation) => Wrap(
        payload, KeyId, Convert.ToBase64String(_key.SignData(Encoding.UTF8.GetBytes(payload), HashAlgorithmName.SHA256, form)));

    public static byte[] Wrap(string? payload, string? keyId, string? signature)
    {
        var envelope = new JsonObject();
        foreach (var (name, value) in new[] { ("payload", payload), ("keyId", keyId), ("signature", signature) }.Where(pair => pair.Item2 is not null))
        {
            envelope[name] = value;
        }

        return Encoding.UTF8.GetBytes(envelope.ToJsonString());
    }

    public void Dispose() => _key.Dispose();

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
