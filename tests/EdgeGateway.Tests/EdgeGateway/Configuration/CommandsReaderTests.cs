using System.Security.Cryptography;
using System.Text.Json;

namespace EdgeGateway.Tests.EdgeGateway.Configuration;

public sealed class CommandsReaderTests : IDisposable
{
    private readonly ConfigurationFixture _at = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        _at.Dispose();
        _key.Dispose();
    }

    [Fact]
    public void Load_WithoutCommands_HasNoKeyAndNothingIsSwitchedOn()
    {
        var settings = _at.Settings(ConfigurationFixture.Good);

        Assert.Empty(settings.Commands.Keys);
        Assert.Empty(settings.Devices.Single().Commands);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Load_KeyInAFileOrInPlace_IsRead(bool inPlace)
    {
        File.WriteAllText(Path.Combine(_at.Folder, "ops.pem"), _key.ExportSubjectPublicKeyInfoPem() + "\n");
        string reference = inPlace ? JsonSerializer.Serialize(_key.ExportSubjectPublicKeyInfoPem()) : """{ "file": "ops.pem" }""";

        var commands = _at.Settings(With($$"""{ "keys": [ { "id": "ops", "publicKey": {{reference}}, "may": ["uplink.*", "radio.send-text", "*"], "devices": ["*", "gateway", "cam-01"] } ], "clockAllowance": "10s", "maxAge": "2h" }""")).Commands;

        Assert.Equal(_key.ExportSubjectPublicKeyInfo(), commands.Keys.Single().PublicKey.ToArray());
        Assert.Equal(["uplink.*", "radio.send-text", "*"], commands.Keys.Single().May);
        Assert.Equal((TimeSpan.FromSeconds(10), TimeSpan.FromHours(2), 20, 100), (commands.ClockAllowance, commands.MaxAge, commands.PerSecond, commands.Burst));
    }

    [Fact]
    public void Load_EveryMistake_IsFoundAtOnce()
    {
        string pem = JsonSerializer.Serialize(_key.ExportSubjectPublicKeyInfoPem());
        var seen = _at.Seen(With($$"""
            { "keys": [
                { "id": "ops", "publicKey": "not a key", "may": ["Uplink", "a.*.b", "**", "x*"], "devices": ["cam-02"] },
                { "id": "ops", "publicKey": { "file": "nowhere.pem" }, "may": [], "devices": "all" },
                { "id": "a b", "may": [5] , "publicKey": {{pem}}, "devices": ["*"], "mai": [] },
                { "publicKey": {{pem}}, "devices": ["*"] },
              ], "maxAge": "9d", "burst": 0, "limit": 1 }
            """));

        (string, string)[] expected =
        [
            ("commands.keys[0].publicKey", "not-a-key"), ("commands.keys[0].may", "not-a-command"), ("commands.keys[0].devices", "unknown-device"),
            ("commands.keys[1].id", "id-twice"), ("commands.keys[1].publicKey", "secret-not-found"), ("commands.keys[1].may", "missing"), ("commands.keys[1].devices", "not-a-list"),
            ("commands.keys[2].id", "not-a-name"), ("commands.keys[2].may", "not-a-list"), ("commands.keys[2].mai", "unknown-key"),
            ("commands.keys[3].id", "missing"), ("commands.keys[3].may", "missing"),
            ("commands.maxAge", "out-of-range"), ("commands.burst", "out-of-range"), ("commands.limit", "unknown-key"),
        ];
        Assert.Equal(expected.Order(), seen.Distinct().Order());
        Assert.Equal(4, seen.Count(one => one.Item2 == "not-a-command"));
    }

    [Fact]
    public void Load_PrivateKey_IsRefusedByName()
    {
        File.WriteAllText(Path.Combine(_at.Folder, "both.pem"), _key.ExportSubjectPublicKeyInfoPem() + "\n" + _key.ExportPkcs8PrivateKeyPem());

        Assert.Equal([("commands.keys[0].publicKey", "private-key")], _at.Seen(WithKey("""{ "file": "both.pem" }""")));
    }

    [Fact]
    public void Load_KeyOfAnotherKind_IsRefused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);

        Assert.Equal([("commands.keys[0].publicKey", "not-a-key")], _at.Seen(WithKey(JsonSerializer.Serialize(other.ExportSubjectPublicKeyInfoPem()))));
        Assert.Equal([("commands.keys[0].publicKey", "not-a-key")], _at.Seen(WithKey(JsonSerializer.Serialize(rsa.ExportSubjectPublicKeyInfoPem()))));
    }

    [Fact]
    public void Load_CommandThatTheDriverCannot_IsFound()
    {
        string text = ConfigurationFixture.Good.Replace("\"mode\": \"push\"", "\"mode\": \"push\", \"commands\": [\"camera.snapshot\"]", StringComparison.Ordinal);

        Assert.Equal([("devices[0].commands", "unknown-command")], _at.Seen(text));
    }

    [Fact]
    public void Load_Findings_AreInBothLanguages() =>
        Assert.All(_at.Load(WithKey("\"x\"")).Findings, finding => Assert.True(finding.Right.Zh.Any(letter => letter > 0x4E00) && finding.Right.En.Contains("PUBLIC KEY", StringComparison.Ordinal)));

    private static string WithKey(string reference) => With($$"""{ "keys": [ { "id": "ops", "publicKey": {{reference}}, "may": ["*"], "devices": ["*"] } ] }""");

    private static string With(string commands) => ConfigurationFixture.Good.Replace("\"inbox\":", $"\"commands\": {commands}, \"inbox\":", StringComparison.Ordinal);
}
