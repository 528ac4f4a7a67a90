using System.Text.Json;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport.Brokers;

namespace EdgeGateway.Tests.Drivers.Transport.Brokers;

public sealed class SiteBrokerReaderTests
{
    [Fact]
    public void Read_HostOnly_HasTheDefaults()
    {
        var (options, findings) = Read("""{ "id": "robot-1", "broker": { "host": "10.1.2.3" } }""");

        Assert.Equal(new SiteBrokerOptions { Host = "10.1.2.3", ClientId = "edgegateway-robot-1" }, options);
        Assert.Empty(findings);
    }

    [Fact]
    public void Read_Everything_IsTaken()
    {
        var (options, findings) = Read("""
            { "id": "r", "broker": { "host": "mqtt.site", "port": 1999, "tls": { "ca": "ca.pem", "serverName": "b" }, "user": "u", "password": { "file": "p" },
              "clientId": "gw:7", "keepAlive": "10s", "connectTimeout": "5s" } }
            """);

        Assert.Empty(findings);
        Assert.Equal(("mqtt.site", 1999, "u", "secret of p", "gw:7"), (options.Host, options.Port, options.User, options.Password?.Reveal(), options.ClientId));
        Assert.Equal(("/conf/ca.pem", "b"), (options.Tls?.CaFile, options.Tls?.ServerName));
        Assert.Equal((TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(5)), (options.KeepAlive, options.ConnectTimeout));
    }

    [Fact]
    public void Read_Tls_ChangesTheDefaultPort() =>
        Assert.Equal(8883, Read("""{ "id": "r", "broker": { "host": "h", "tls": {} } }""").Options.Port);

    [Fact]
    public void Read_EndlessId_DoesNotGrowTheClientId() =>
        Assert.Equal(76, Read($$"""{ "id": "{{new string('r', 5000)}}", "broker": { "host": "h" } }""").Options.ClientId.Length);

    [Theory]
    [InlineData("""{ "id": "r" }""", "broker", "missing", "\"host\"")]
    [InlineData("""{ "broker": { } }""", "broker.host", "missing", "mqtt://")]
    [InlineData("""{ "broker": { "host": "mqtt://h" } }""", "broker.host", "not-a-host", "mqtt://")]
    [InlineData("""{ "broker": { "host": "h", "port": 0 } }""", "broker.port", "out-of-range", "65535")]
    [InlineData("""{ "broker": { "host": "h", "keepAlive": "1s" } }""", "broker.keepAlive", "out-of-range", "5s")]
    [InlineData("""{ "broker": { "host": "h", "keepalive": "9s" } }""", "broker.keepalive", "unknown-key", "\"keepAlive\"")]
    [InlineData("""{ "broker": { "host": "h", "password": "x", "user": "u" } }""", "broker.password", "secret-in-file", "file")]
    [InlineData("""{ "broker": { "host": "h", "password": { "file": "p" } } }""", "broker.password", "password-alone", "user")]
    [InlineData("""{ "broker": { "host": "h", "clientId": "a b" } }""", "broker.clientId", "not-a-client-id", "96")]
    [InlineData("""{ "broker": { "host": "h", "tls": { "ca": "none.pem" } } }""", "broker.tls.ca", "file-not-readable", "existing")]
    [InlineData("""{ "broker": { "host": "h", "tls": { "ca": "a\u0000b" } } }""", "broker.tls.ca", "file-not-readable", "existing")]
    [InlineData("""{ "broker": { "host": "h", "tls": { "key": "ca.pem" } } }""", "broker.tls", "pair-broken", "certificate")]
    [InlineData("""{ "broker": { "host": "h", "tls": { "servername": "b" } } }""", "broker.tls.servername", "unknown-key", "\"serverName\"")]
    public void Read_Wrong_IsOneFindingThatSaysWhatWouldBeRight(string json, string path, string code, string right)
    {
        var finding = Assert.Single(Read(json).Findings);

        Assert.Equal((path, code), (finding.Path, finding.Code));
        Assert.Contains(right, finding.Right.En, StringComparison.Ordinal);
        Assert.NotEqual(finding.Right.En, finding.Right.Zh);
    }

    private static (SiteBrokerOptions Options, IReadOnlyList<Finding> Findings) Read(string json)
    {
        var report = new SettingsReport(new Secrets()) { Files = new Files() };
        var reader = new SettingsReader(JsonDocument.Parse(json).RootElement, string.Empty, report);
        var options = SiteBrokerReader.Read(reader);
        reader.Text("id");
        reader.Finish();
        return (options, report.Findings);
    }

    private sealed class Secrets : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => file is null ? null : new Secret($"secret of {file}");
    }

    private sealed class Files : ISettingsFiles
    {
        public string? Find(string path) => path == "ca.pem" ? "/conf/ca.pem" : null;
    }
}
