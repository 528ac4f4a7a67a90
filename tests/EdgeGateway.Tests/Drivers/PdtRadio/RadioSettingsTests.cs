using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Drivers.PdtRadio.Hytera;
using EdgeGateway.Drivers.PdtRadio.HyteraRepeater;
using EdgeGateway.Protocol.Hytera;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

public sealed class RadioSettingsTests
{
    private const string Line = "\"port\": \"/dev/serial/by-id/radio\"";

    [Theory]
    [InlineData("PdtRadio.Hytera", "hytera-radio")]
    [InlineData("PdtRadio.HyteraRepeater", "hytera-repeater")]
    public void Read_Sample_IsRight(string folder, string driver)
    {
        string sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", folder, "sample.json"));

        Read(driver, sample, out var findings);

        Assert.Empty(findings);
        using var document = JsonDocument.Parse(sample);
        Assert.All(document.RootElement.GetProperty("commands").EnumerateArray(), name => Assert.Contains(name.GetString()!, Descriptor(driver).Commands));
    }

    [Fact]
    public void Read_RadioOnALine_TakesTheDefaults()
    {
        var options = (HyteraRadioOptions)Read("hytera-radio", $"{{{Line}}}", out var findings);

        Assert.Empty(findings);
        Assert.Equal((HyteraRadioMode.Serial, 115_200, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30)), (options.Mode, options.Line.BaudRate, options.AckTimeout, options.ProbeAfter));
        Assert.Equal((TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(8), false, (byte)10, TextAnswers.Own), (options.Common.RegistrationValid, options.Common.AnswerTimeout, options.Common.AcceptUnverified, options.Common.Subnet, options.Common.TextAnswers));
    }

    [Fact]
    public void Read_RadioOnUdp_EveryPortCanBeSet()
    {
        var options = (HyteraRadioOptions)Read(
            "hytera-radio",
            "{\"mode\": \"udp\", \"host\": \"192.168.10.1\", \"hrnpPort\": 4005, \"ports\": {\"lp\": 4003}, \"localPorts\": {\"rrs\": 0, \"tmp\": 5004}}",
            out var findings);

        Assert.Empty(findings);
        Assert.Equal((4005, 4005), (options.HrnpPort, options.LocalHrnpPort));
        Assert.Equal([new BarePort(HdapService.Rrs, 3002, 0), new BarePort(HdapService.Lp, 4003, 4003), new BarePort(HdapService.Tmp, 3004, 5004)], options.Ports);
    }

    [Fact]
    public void Read_Repeater_PortsOfBothSlotsAreThoseOfTheDocument()
    {
        var options = (HyteraRepeaterOptions)Read("hytera-repeater", "{\"host\": \"192.0.2.40\"}", out var findings);

        Assert.Empty(findings);
        Assert.Equal([30001, 30002, 30003, 30004, 30007, 30008, 30009, 30010], options.Places.Select(place => place.Port));
        Assert.Equal(options.Places.Select(place => place.Port), options.Places.Select(place => place.LocalPort));
    }

    [Fact]
    public void Read_Repeater_OneSlotOneServiceOwnPorts()
    {
        var options = (HyteraRepeaterOptions)Read("hytera-repeater", "{\"host\": \"r\", \"slots\": \"2\", \"services\": [\"tmp\"], \"ports\": {\"tmp2\": 40008}, \"localPorts\": {\"tmp2\": 0}, \"deviceId\": 420622}", out var findings);

        Assert.Empty(findings);
        Assert.Equal([new HstrpPlace(HdapService.Tmp, 2, 40008, 0)], options.Places);
        Assert.Equal(420622u, options.DeviceId);
    }

    [Theory]
    [InlineData("hytera-radio", "{}", "port:missing")]
    [InlineData("hytera-radio", "{\"mode\": \"usb\", " + Line + "}", "mode:unknown-choice")]
    [InlineData("hytera-radio", "{\"mode\": \"udp-hrnp\"}", "host:missing")]
    [InlineData("hytera-radio", "{\"mode\": \"udp-hrnp\", \"host\": \"http://r\"}", "host:contradiction")]
    [InlineData("hytera-radio", "{\"mode\": \"udp-hrnp\", \"host\": \"r\", " + Line + "}", "port:contradiction")]
    [InlineData("hytera-radio", "{\"mode\": \"udp-hrnp\", \"host\": \"r\", \"ports\": {}}", "ports:contradiction")]
    [InlineData("hytera-radio", "{\"host\": \"r\", " + Line + "}", "host:contradiction")]
    [InlineData("hytera-radio", "{\"mode\": \"udp\", \"host\": \"r\", \"ports\": {\"rsr\": 1}}", "ports.rsr:unknown-key")]
    [InlineData("hytera-radio", "{\"mode\": \"udp\", \"host\": \"r\", \"localPorts\": {\"rrs\": 3003}}", "localPorts:contradiction")]
    [InlineData("hytera-radio", "{" + Line + ", \"ackTimeout\": \"100ms\"}", "ackTimeout:out-of-range")]
    [InlineData("hytera-radio", "{" + Line + ", \"answerTimeout\": \"1s\"}", "answerTimeout:out-of-range")]
    [InlineData("hytera-radio", "{" + Line + ", \"registrationValid\": \"1d\"}", "registrationValid:out-of-range")]
    [InlineData("hytera-radio", "{" + Line + ", \"registrationValid\": \"60500ms\"}", "registrationValid:contradiction")]
    [InlineData("hytera-radio", "{" + Line + ", \"answerTexts\": \"some\"}", "answerTexts:unknown-choice")]
    [InlineData("hytera-radio", "{" + Line + ", \"acceptUnverified\": \"yes\"}", "acceptUnverified:not-true-or-false")]
    [InlineData("hytera-radio", "{" + Line + ", \"subnet\": 256}", "subnet:out-of-range")]
    [InlineData("hytera-radio", "{" + Line + ", \"probeAfter\": \"1s\"}", "probeAfter:out-of-range")]
    [InlineData("hytera-radio", "{" + Line + ", \"network\": \"a b\"}", "network:not-a-name")]
    [InlineData("hytera-repeater", "{}", "host:missing")]
    [InlineData("hytera-repeater", "{\"host\": \"r\", \"heartbeat\": \"30s\"}", "heartbeat:out-of-range")]
    [InlineData("hytera-repeater", "{\"host\": \"r\", \"slots\": \"3\"}", "slots:unknown-choice")]
    [InlineData("hytera-repeater", "{\"host\": \"r\", \"services\": []}", "services:contradiction")]
    [InlineData("hytera-repeater", "{\"host\": \"r\", \"services\": [\"voice\"]}", "services:contradiction")]
    [InlineData("hytera-repeater", "{\"host\": \"r\", \"gatewayId\": 0}", "gatewayId:out-of-range")]
    [InlineData("hytera-repeater", "{\"host\": \"r\", \"ports\": {\"lp1\": 30001}}", "ports:contradiction localPorts:contradiction")]
    public void Read_Mistake_IsNamed(string driver, string json, string expected)
    {
        Read(driver, json, out var findings);

        Assert.Equal(expected, string.Join(' ', findings.Select(finding => $"{finding.Path}:{finding.Code}")));
        Assert.All(findings, finding => Assert.NotEqual(finding.Problem.En, finding.Problem.Zh));
    }

    private static DriverDescriptor Descriptor(string driver) => DriverCatalog.All.Single(one => one.Name == driver);

    private static object Read(string driver, string json, out IReadOnlyList<Finding> findings)
    {
        var report = new SettingsReport(new NoSecrets());
        using var document = JsonDocument.Parse(json);
        var reader = new SettingsReader(document.RootElement, string.Empty, report);
        reader.Text("id");
        reader.Text("driver");
        reader.Texts("commands");
        object options = Descriptor(driver).ReadOptions(reader);
        reader.Finish();
        findings = report.Findings;
        return options;
    }

    private sealed class NoSecrets : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => null;
    }
}
