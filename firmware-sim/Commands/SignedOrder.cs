using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Commands;

/// <summary>The platform's side of contract section 6: writes an order and signs it. Shares no code with the side that checks it.</summary>
/// <param name="Id">Id of the order.</param>
/// <param name="Envelope">What is published.</param>
public sealed record SignedOrder(string Id, byte[] Envelope)
{
    /// <param name="options">What to order; its arguments are a JSON object.</param>
    /// <param name="now">When it is issued.</param>
    /// <exception cref="JsonException">The arguments are not JSON.</exception>
    /// <exception cref="FormatException">The arguments are not an object.</exception>
    /// <exception cref="CryptographicException">The key cannot sign.</exception>
    /// <exception cref="ArgumentException">The key is not in PEM.</exception>
    public static SignedOrder Of(OrderOptions options, DateTimeOffset now)
    {
        string id = options.Id ?? Guid.NewGuid().ToString();
        string payload = new JsonObject
        {
            ["v"] = 1,
            ["id"] = id,
            ["name"] = options.Name,
            ["device"] = options.Device,
            ["args"] = JsonNode.Parse(options.Args) as JsonObject ?? throw new FormatException("not a JSON object"),
            ["issuedAt"] = TruthTime.Text(now),
            ["notAfter"] = TruthTime.Text(now + options.Valid),
            ["issuer"] = options.Issuer,
        }.ToJsonString();
        var envelope = new JsonObject { ["payload"] = payload };
        if (options.Key is { } pem)
        {
            envelope["keyId"] = options.KeyId;
            envelope["signature"] = Convert.ToBase64String(Sign(pem, payload));
        }

        return new SignedOrder(id, Encoding.UTF8.GetBytes(envelope.ToJsonString()));
    }

    private static byte[] Sign(string pem, string payload)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key.SignData(Encoding.UTF8.GetBytes(payload), HashAlgorithmName.SHA256);
    }
}
