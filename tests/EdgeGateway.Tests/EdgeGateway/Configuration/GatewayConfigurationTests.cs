using System.Text;
using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Tests.EdgeGateway.Configuration;

public sealed class GatewayConfigurationTests : IDisposable
{
    private readonly ConfigurationFixture _at = new();

    public void Dispose() => _at.Dispose();

    [Fact]
    public void Load_GoodFile_GivesSettingsWithDefaults()
    {
        var settings = _at.Settings(ConfigurationFixture.Good);

        Assert.Equal(("440100000012100001", "gz-baiyun-01"), (settings.Site, settings.Gateway));
        Assert.Equal(Path.Combine(_at.Folder, "data"), settings.Store.Folder);
        Assert.Equal(("edge/v1", 64, TimeSpan.FromSeconds(60)), (settings.Uplink.Root, settings.Uplink.Window, settings.Uplink.KeepAlive));
        Assert.Equal(("127.0.0.1", 1883), (settings.Uplink.Brokers[0].Host, settings.Uplink.Brokers[0].Port));
        Assert.Equal(("127.0.0.1", 8080, 32L << 20), (settings.Inbox!.Listen, settings.Inbox.Port, settings.Inbox.MaxBody));
        var device = Assert.Single(settings.Devices);
        Assert.Equal(("cam-01", true, TimeSpan.FromHours(8)), (device.Id, device.Enabled, device.Zone));
        Assert.Equal(settings.Position, device.Position);
        Assert.Equal("push", ((MadeUpOptions)device.Options).Mode);
    }

    [Fact]
    public void Load_ByteOrderMark_IsTolerated() =>
        Assert.Empty(_at.Load([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(ConfigurationFixture.Good)]).Findings);

    [Fact]
    public void Load_NoSuchFile_IsAFinding() =>
        Assert.Equal("file-not-readable", Assert.Single(GatewayConfiguration.Load(Path.Combine(_at.Folder, "none.json"), _at.Environment, []).Findings).Code);

    [Theory]
    [InlineData("")]
    [InlineData("bad\0name")]
    public void Load_NotAPath_IsAFinding(string path) =>
        Assert.Equal("file-not-readable", Assert.Single(GatewayConfiguration.Load(path, _at.Environment, []).Findings).Code);

    [Fact]
    public void Load_FourMegabytesAndOne_IsRefusedAndFourAreNot()
    {
        string padding = new(' ', (4 << 20) - Encoding.UTF8.GetByteCount(ConfigurationFixture.Good));

        Assert.Empty(_at.Seen(ConfigurationFixture.Good + padding));
        Assert.Equal([("gateway.json", "file-too-large")], _at.Seen(ConfigurationFixture.Good + padding + " "));
    }

    [Fact]
    public void Load_EmptyObject_NamesEverySectionThatIsMissing() => Assert.Equal(
        [("site", "missing"), ("gateway", "missing"), ("store", "missing"), ("uplink", "missing"), ("devices", "missing")],
        _at.Seen("{}"));

    [Fact]
    public void Load_NotAnObject_IsOneFinding() => Assert.Equal([("", "not-an-object")], _at.Seen("[]"));

    [Fact]
    public void Load_ManyMistakes_AreAllInOneReport()
    {
        var seen = _at.Seen("""
            {
              "site": { "code": "Guangzhou Baiyun", "position": { "lat": 91, "lng": 113 } },
              "gateway": { "id": "gz/1" },
              "store": { "folder": "data", "commitReadings": "many", "folder": "twice" },
              "uplink": { "root": "edge/+/v1", "keepAlive": 60, "backoffLeast": "30s", "backoffMost": "2s",
                "brokers": [ { "host": "mqtt://10.1.2.3:1883", "port": 70000, "password": "hunter2" }, { "tls": { "ca": "none.pem", "key": "none.key" } } ] },
              "inbox": { "listen": "everywhere", "port": 0, "maxBody": "32" },
              "telemetry": { "otlp": "collector:4318", "every": "1ms" },
              "devices": [
                { "id": "cam-01", "driver": "made-up", "zone": "Beijing" },
                { "id": "cam-01", "driver": "madeup", "colour": "red" },
                { "id": "gateway", "driver": "made-up", "enabled": "yes", "modus": "push" } ],
              "uplinks": {}
            }
            """);

        Assert.Equal(
            [
                ("site.code", "not-a-name"), ("site.position.lat", "out-of-range"), ("site.position.lon", "missing"), ("site.position.lng", "unknown-key"),
                ("gateway.id", "not-a-name"), ("store.commitReadings", "out-of-range"), ("store.folder", "twice"),
                ("uplink.root", "not-a-root"),
                ("uplink.brokers[0].host", "not-a-host"), ("uplink.brokers[0].port", "out-of-range"), ("uplink.brokers[0].password", "secret-in-file"),
                ("uplink.brokers[1].tls.ca", "file-not-readable"), ("uplink.brokers[1].tls.key", "file-not-readable"),
                ("uplink.brokers[1].tls", "pair-broken"), ("uplink.brokers[1].host", "missing"),
                ("uplink.keepAlive", "out-of-range"), ("uplink.backoffMost", "out-of-order"),
                ("inbox.listen", "not-an-address"), ("inbox.port", "out-of-range"), ("inbox.maxBody", "out-of-range"),
                ("telemetry.otlp", "not-a-collector"), ("telemetry.every", "out-of-range"),
                ("devices[0].zone", "not-a-zone"), ("devices[1].id", "id-twice"), ("devices[1].driver", "unknown-driver"),
                ("devices[2].id", "reserved"), ("devices[2].enabled", "not-true-or-false"), ("devices[2].modus", "unknown-key"),
                ("uplinks", "unknown-key"),
            ],
            seen);
    }

    [Fact]
    public void Load_Cameras_AreReadAndTheirMistakesAreNamed()
    {
        string With(string site, string cameras) => ConfigurationFixture.Good
            .Replace("\"code\"", $"{site}\"code\"", StringComparison.Ordinal)
            .Replace("\"uplink\"", $"{cameras}\"uplink\"", StringComparison.Ordinal);
        var settings = _at.Load(With("\"checkpoint\": \"34020000001210000001\", ", "\"cameras\": { \"passingRecord\": true, \"hpys\": \"second\", \"clockLimit\": \"500ms\" }, ")).Settings!;
        Assert.Equal("34020000001210000001", settings.Checkpoint);
        Assert.Equal(new CameraSettings { PassingRecord = true, Hpys = HpysList.Second, ClockLimit = TimeSpan.FromMilliseconds(500) }, settings.Cameras);
        var standard = _at.Load(ConfigurationFixture.Good).Settings!;
        Assert.Equal((null, new CameraSettings()), (standard.Checkpoint, standard.Cameras));
        Assert.Equal(
            [("site.checkpoint", "not-a-checkpoint"), ("cameras.passingRecord", "not-true-or-false"), ("cameras.hpys", "unknown-choice"), ("cameras.clockLimit", "out-of-range"), ("cameras.clocks", "unknown-key")],
            _at.Seen(With("\"checkpoint\": \"K7\", ", "\"cameras\": { \"passingRecord\": 1, \"hpys\": \"third\", \"clockLimit\": \"0s\", \"clocks\": 1 }, ")));
    }

    [Fact]
    public void Load_Confirmation_IsReadAndItsMistakesAreNamed()
    {
        string With(string more) => ConfigurationFixture.Good.Replace("\"brokers\"", $"{more}, \"brokers\"", StringComparison.Ordinal);
        var uplink = _at.Load(With("\"confirm\": \"platform\", \"manifest\": { \"every\": \"1m\", \"readings\": 500 }")).Settings!.Uplink;
        Assert.Equal((ConfirmChoice.Platform, TimeSpan.FromMinutes(1), 500), (uplink.Confirm, uplink.Manifest.Every, uplink.Manifest.Readings));
        Assert.Equal(
            [("uplink.confirm", "unknown-choice"), ("uplink.manifest.readings", "out-of-range"), ("uplink.manifest.evry", "unknown-key")],
            _at.Seen(With("\"confirm\": \"both\", \"manifest\": { \"evry\": \"1m\", \"readings\": 0 }")));
    }

    [Fact]
    public void Load_AnyMistake_GivesNoSettingsAndShowsNoSecret()
    {
        var result = _at.Load(ConfigurationFixture.Good.Replace("\"127.0.0.1\"", "\"127.0.0.1\", \"user\": \"u\", \"password\": \"hunter2\"", StringComparison.Ordinal));

        Assert.False(result.Ok);
        Assert.DoesNotContain("hunter2", Assert.Single(result.Findings).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_UnknownDriver_NamesTheNearest()
    {
        var finding = Assert.Single(_at.Load(ConfigurationFixture.Good.Replace("made-up", "madeup", StringComparison.Ordinal)).Findings);

        Assert.Contains("\"made-up\"", finding.Right.En, StringComparison.Ordinal);
        Assert.Contains("\"made-up\"", finding.Right.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_PushDeviceWithoutInbox_IsAFindingUnlessTheDeviceIsOff()
    {
        string withoutInbox = ConfigurationFixture.Good.Replace("\"inbox\": { \"port\": 8080 },", string.Empty, StringComparison.Ordinal);

        Assert.Equal([("devices[0]", "inbox-missing")], _at.Seen(withoutInbox));
        Assert.Empty(_at.Seen(withoutInbox.Replace("\"mode\"", "\"enabled\": false, \"mode\"", StringComparison.Ordinal)));
        Assert.Empty(_at.Seen(withoutInbox.Replace("\"push\"", "\"pull\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("+08:00", 480)]
    [InlineData("-03:30", -210)]
    [InlineData("+14:00", 840)]
    public void Load_Zone_IsAnOffset(string zone, int minutes) =>
        Assert.Equal(minutes, WithZone(zone).Settings!.Devices[0].Zone.TotalMinutes);

    [Theory]
    [InlineData("+14:01")]
    [InlineData("+19:00")]
    [InlineData("08:00")]
    [InlineData("+8:00")]
    [InlineData("+08:00\\n")]
    public void Load_ZoneOtherwise_IsAFinding(string zone) => Assert.Equal("not-a-zone", Assert.Single(WithZone(zone).Findings).Code);

    [Fact]
    public void Load_NameWithALineEnd_IsNotAName() =>
        Assert.Equal([("devices[0].id", "not-a-name")], _at.Seen(ConfigurationFixture.Good.Replace("cam-01", "cam-01\\n", StringComparison.Ordinal)));

    [Fact]
    public void Load_Comments_DoNotChangeTheDigestAndValuesDo()
    {
        string digest = _at.Settings(ConfigurationFixture.Good).Digest;

        Assert.Equal(digest, _at.Settings(ConfigurationFixture.Good.Replace("a comment", "another", StringComparison.Ordinal)).Digest);
        Assert.NotEqual(digest, _at.Settings(ConfigurationFixture.Good.Replace("8080", "8081", StringComparison.Ordinal)).Digest);
    }

    [Fact]
    public void Load_TlsBroker_HasItsOwnStandardPortAndAbsolutePaths()
    {
        File.WriteAllText(Path.Combine(_at.Folder, "ca.pem"), "-");

        var broker = _at.Settings(ConfigurationFixture.Good.Replace("\"127.0.0.1\"", "\"b.example\", \"tls\": { \"ca\": \"ca.pem\" }", StringComparison.Ordinal)).Uplink.Brokers[0];

        Assert.Equal((8883, Path.Combine(_at.Folder, "ca.pem")), (broker.Port, broker.Tls!.CaFile));
    }

    private ConfigurationResult WithZone(string zone) =>
        _at.Load(ConfigurationFixture.Good.Replace("\"mode\"", $"\"zone\": \"{zone}\", \"mode\"", StringComparison.Ordinal));
}
