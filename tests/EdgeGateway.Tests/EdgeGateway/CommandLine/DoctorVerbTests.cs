using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using EdgeGateway.Drivers;
using EdgeGateway.Tests.Drivers.Onvif;
using EdgeGateway.Tests.EdgeGateway.Configuration;
using EdgeGateway.Tests.Protocol.Onvif;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.EdgeGateway.CommandLine;

public sealed class DoctorVerbTests : IDisposable
{
    private readonly ConfigurationFixture _at = new();
    private readonly Typed _typed = new() { Drivers = DriverCatalog.All };

    public DoctorVerbTests() => _typed.Environment["CAMERA"] = "Pass-1234";

    public void Dispose() => _at.Dispose();

    [Theory]
    [InlineData("dahua-anpr")]
    [InlineData("hikvision-anpr")]
    public async Task Doctor_DeviceIsWell_IsZeroAndTellsItsName(string driver)
    {
        await using var device = new OnvifTwin(TimeProvider.System.GetUtcNow);
        Write(driver, device.Service.AbsoluteUri);

        Assert.Equal(0, await _typed.RunAsync("doctor", "--config", _at.File));
        Assert.Contains("ok    cam-01: It is a Acme ITC 215, firmware 1.2.3, serial 42.", _typed.Lines);
        Assert.Equal("All 2 checks are fine.", _typed.Lines[^1]);
    }

    [Fact]
    public async Task Doctor_ClockIsOff_IsTwoAndSaysWhatToDo()
    {
        await using var device = new OnvifTwin(() => TimeProvider.System.GetUtcNow().AddHours(-8));
        Write("dahua-anpr", device.Service.AbsoluteUri);

        Assert.Equal(2, await _typed.RunAsync("doctor", "--config", _at.File, "--json"));

        using var json = JsonDocument.Parse(_typed.Out);
        var check = json.RootElement.GetProperty("checks")[0];
        Assert.False(json.RootElement.GetProperty("ok").GetBoolean());
        Assert.Equal(("onvif", "cam-01", "clock-off", false), (check.GetProperty("check").GetString(), check.GetProperty("subject").GetString(), check.GetProperty("code").GetString(), check.GetProperty("ok").GetBoolean()));
        Assert.Contains("behind", check.GetProperty("said").GetString(), StringComparison.Ordinal);
        Assert.Contains("NTP", check.GetProperty("next").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_Chinese_SpeaksChinese()
    {
        await using var device = new OnvifTwin(() => TimeProvider.System.GetUtcNow().AddHours(1), password: "another");
        Write("dahua-anpr", device.Service.AbsoluteUri);

        Assert.Equal(2, await _typed.RunAsync("doctor", "--config", _at.File, "--lang", "zh"));
        Assert.Contains("设备时钟比本机快", _typed.Lines[0], StringComparison.Ordinal);
        Assert.Contains("请为设备和本机设置同一 NTP 服务器", _typed.Lines[1], StringComparison.Ordinal);
        Assert.Contains("ter:NotAuthorized", _typed.Lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_NobodyThere_IsAFindingAndNoCrash()
    {
        Write("dahua-anpr", FormattableString.Invariant($"127.0.0.1:{ScriptedDevice.DeadPort()}"));

        Assert.Equal(2, await _typed.RunAsync("doctor", "--config", _at.File));
        Assert.StartsWith("WRONG cam-01: Nobody answers ONVIF at http://127.0.0.1:", _typed.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_NoDeviceWithAnAddress_IsZeroAndSaysSo()
    {
        Write("dahua-anpr", null);

        Assert.Equal(0, await _typed.RunAsync("doctor", "--config", _at.File));
        Assert.StartsWith("Nothing to ask", _typed.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_MistakesInTheFile_IsTwoWithoutAskingAnybody()
    {
        Write("dahua-anpr", "not an address");

        Assert.Equal(2, await _typed.RunAsync("doctor", "--config", _at.File));
        Assert.Contains("devices[0].onvif", _typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_Discover_NamesWhoAnswers()
    {
        Write("dahua-anpr", null);
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var answering = AnswerAsync(socket);

        Assert.Equal(0, await _typed.RunAsync("doctor", "--config", _at.File, "--discover-at", socket.Client.LocalEndPoint!.ToString()!));
        await answering;
        Assert.Equal("ok    192.0.2.30: Gate East ITC215 at http://192.0.2.30/onvif/device_service", _typed.Lines[0]);
    }

    [Fact]
    public async Task Doctor_DiscoverAtNoAddress_IsTwo()
    {
        Write("dahua-anpr", null);

        Assert.Equal(2, await _typed.RunAsync("doctor", "--config", _at.File, "--discover-at", "somewhere"));
    }

    private static async Task AnswerAsync(UdpClient socket)
    {
        var got = await socket.ReceiveAsync();
        string message = Regex.Match(System.Text.Encoding.UTF8.GetString(got.Buffer), "urn:uuid:[0-9a-f-]+").Value;
        await socket.SendAsync(OnvifAnswers.Match(message).AsMemory(), got.RemoteEndPoint);
    }

    private void Write(string driver, string? onvif) => File.WriteAllText(
        _at.File,
        $$"""
        { "site": { "code": "440100000012100001" }, "gateway": { "id": "gw" }, "store": { "folder": "data" }, "uplink": { "brokers": [ { "host": "127.0.0.1" } ] },
          "devices": [ { "id": "cam-01", "driver": "{{driver}}", "host": "127.0.0.1", "user": "admin", "password": { "env": "CAMERA" }{{(onvif is null ? "" : $", \"onvif\": \"{onvif}\"")}} } ] }
        """);
}
