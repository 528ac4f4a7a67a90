using System.Diagnostics;
using System.Formats.Asn1;
using System.Numerics;
using System.Text;
using System.Text.Json;
using EdgeGateway.Commands;
using EdgeGateway.Configuration;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Sim.Commands;

namespace EdgeGateway.EndToEnd.Commands;

/// <summary>Signatures against a program that shares no code with either side: OpenSSL signs what the gateway checks, and checks what the simulator signs.</summary>
public sealed class OpensslTests : IDisposable
{
    private const string Payload =
        """{"v":1,"id":"c-1","name":"uplink.pace","device":"gateway","args":{"note":"放行"},"issuedAt":"2026-11-22T03:32:00Z","notAfter":"2026-11-22T03:33:00Z","issuer":"dispatch-7"}""";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public OpensslTests()
    {
        Openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", At("private.pem"));
        Openssl("ec", "-in", At("private.pem"), "-pubout", "-out", At("public.pem"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Gateway_OrderSignedByOpenssl_IsTakenAndWithOneByteChangedIsNot()
    {
        File.WriteAllText(At("payload"), Payload);
        Openssl("dgst", "-sha256", "-sign", At("private.pem"), "-out", At("signature"), At("payload"));
        string signature = Convert.ToBase64String(File.ReadAllBytes(At("signature")));
        using var judge = new CommandJudge(Settings());

        Assert.Null(judge.Judge("gateway", Envelope(Payload, signature)).Fault);
        Assert.Equal(CommandFaults.BadSignature, judge.Judge("gateway", Envelope(Payload.Replace("c-1", "c-2", StringComparison.Ordinal), signature)).Fault);
    }

    [Fact]
    public void Openssl_OrderSignedByTheSimulator_Verifies()
    {
        var order = SignedOrder.Of(
            new OrderOptions { Root = "edge/v1", Site = "s", Gateway = "g", Device = "gateway", Name = "uplink.pace", Args = "{}", Issuer = "i", Key = File.ReadAllText(At("private.pem")), KeyId = "ops" },
            DateTimeOffset.UnixEpoch);
        var envelope = JsonDocument.Parse(order.Envelope).RootElement;
        File.WriteAllText(At("payload"), envelope.GetProperty("payload").GetString());
        File.WriteAllBytes(At("signature"), Der(Convert.FromBase64String(envelope.GetProperty("signature").GetString()!)));

        Openssl("dgst", "-sha256", "-verify", At("public.pem"), "-signature", At("signature"), At("payload"));
        File.AppendAllText(At("payload"), " ");
        Assert.ThrowsAny<Exception>(() => Openssl("dgst", "-sha256", "-verify", At("public.pem"), "-signature", At("signature"), At("payload")));
    }

    /// <summary>The key as a person writes it into the file, through the reader of the product.</summary>
    private CommandSettings Settings()
    {
        File.WriteAllText(At("gateway.json"), """
            { "site": { "code": "s" }, "gateway": { "id": "g" }, "store": { "folder": "data" }, "uplink": { "brokers": [ { "host": "127.0.0.1" } ] },
              "commands": { "keys": [ { "id": "ops", "publicKey": { "file": "public.pem" }, "may": ["uplink.*"], "devices": ["gateway"] } ] },
              "devices": [ { "id": "cam-01", "driver": "hikvision-anpr", "host": "127.0.0.1", "user": "u", "password": { "file": "payload" } } ] }
            """);
        var result = GatewayConfiguration.Load(At("gateway.json"));
        Assert.Empty(result.Findings);
        return result.Settings!.Commands;
    }

    private static byte[] Envelope(string payload, string signature) =>
        Encoding.UTF8.GetBytes($$"""{"payload":{{JsonSerializer.Serialize(payload)}},"keyId":"ops","signature":"{{signature}}"}""");

    private static byte[] Der(byte[] sideBySide)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(new BigInteger(sideBySide.AsSpan(0, 32), isUnsigned: true, isBigEndian: true));
            writer.WriteInteger(new BigInteger(sideBySide.AsSpan(32), isUnsigned: true, isBigEndian: true));
        }

        return writer.Encode();
    }

    private string At(string name) => Path.Combine(_folder, name);

    private static void Openssl(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Binaries.Tool("openssl"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        string said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"openssl {arguments[0]}: {said}");
    }
}
