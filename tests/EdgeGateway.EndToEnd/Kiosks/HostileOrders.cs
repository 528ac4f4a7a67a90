using System.Text.Json;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Kiosks;

/// <summary>Orders for kiosks as somebody sends them who has a key, and as somebody does who has none: with XFS4IoT inside, well-formed and not. None of it may reach a kiosk.</summary>
internal sealed class HostileOrders
{
    private const string Reset = """{"header":{"type":"command","name":"Printer.Reset","requestId":1,"version":"2.0"},"payload":{"mediaControl":"eject"}}""";

    private static readonly string[] s_raw =
    [
        Reset,
        """{"header":{"type":"command","name":"Common.Status","requestId":"1"}""",
        """{"payload":"{\"v\":1,\"id\":\"h-9\",\"name\":\"kiosk.set-service\",\"device\":\"kiosk-01\",\"args\":{\"header\":{}}}","keyId":"ops","signature":"AAAA"}""",
        """{"payload":"{\"header\":","keyId":"ops","signature":"AAAA"}""",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        $"{{\"payload\":\"{new string('A', 100_000)}\"}}",
    ];

    private readonly MosquittoBroker _broker;
    private readonly string _private;

    private HostileOrders(MosquittoBroker broker, string keys)
    {
        _broker = broker;
        _private = Path.Combine(keys, "private.pem");
        Key = new Dictionary<string, string>
        {
            ["EDGEGATEWAY__commands__keys__0__id"] = "ops",
            ["EDGEGATEWAY__commands__keys__0__publicKey__file"] = Path.Combine(keys, "public.pem"),
            ["EDGEGATEWAY__commands__keys__0__may__0"] = "*",
            ["EDGEGATEWAY__commands__keys__0__devices__0"] = "*",
        };
    }

    /// <summary>Tells the gateway of the key, which may order everything of everybody.</summary>
    public IReadOnlyDictionary<string, string> Key { get; }

    public static async Task<HostileOrders> PrepareAsync(MosquittoBroker broker, TestSite site)
    {
        string keys = Path.Combine(site.Folder, "keys");
        await using var keygen = ChildProcess.Start(Binaries.Simulator, ["keygen", "--out", keys]);
        Assert.Equal(0, await keygen.ExitAsync(TimeSpan.FromSeconds(30)));
        return new HostileOrders(broker, keys);
    }

    public async Task SendAsync(IReadOnlyList<string> devices)
    {
        string args = $$"""{"service":"out","xfs":{{Reset}},"raw":{{JsonSerializer.Serialize(Reset)}}}""";
        await Task.WhenAll(
            OrderAsync(devices[0], "kiosk.set-service", args, signed: true), OrderAsync(devices[1], "kiosk.reset", args, signed: true), OrderAsync(devices[2], "kiosk.set-service", args, signed: true),
            OrderAsync(devices[0], "kiosk.set-service", args, signed: false), OrderAsync(devices[1], "printer.reset", args, signed: true));

        foreach (string device in devices)
        {
            foreach (string text in s_raw)
            {
                await _broker.PublishAsync("-t", HallSite.Topic(device), "-q", "1", "-m", text);
            }
        }
    }

    /// <returns>Answers of another kind than a refusal.</returns>
    public IReadOnlyList<string> ObeyedIn(string received) =>
    [
        .. File.ReadLines(received).Select(static line => JsonDocument.Parse(line).RootElement).Where(static line => line.GetProperty("type").ValueEquals("reply"))
            .Where(static line => !line.GetProperty("state").ValueEquals("refused")).Select(static line => line.GetRawText()),
    ];

    private async Task OrderAsync(string device, string name, string args, bool signed)
    {
        string[] key = signed ? ["--key", _private] : [];
        await using var sent = ChildProcess.Start(
            Binaries.Simulator, ["command", "--broker", $"mqtt://127.0.0.1:{_broker.Port}", "--site", "440100000012100001", "--gateway", "gw-test", "--device", device, "--name", name, "--args", args, "--wait", "20s", .. key]);
        int code = await sent.ExitAsync(TimeSpan.FromSeconds(60));
        Assert.True(code == 1 && sent.Output.Contains("\"state\":\"refused\"", StringComparison.Ordinal), $"{device} {name} {(signed ? "signed" : "unsigned")}: {sent.Output}");
    }
}
