using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Cabinet.Linux;
using EdgeGateway.Drivers.Cabinet.Nut;
using EdgeGateway.Drivers.Transport.Sensors;

namespace EdgeGateway.Tests.Drivers.Cabinet;

public sealed class CabinetSettingsTests
{
    [Fact]
    public void Read_SampleOfTheCabinet_IsRight()
    {
        var options = (CabinetOptions)Read("cabinet", Sample("Cabinet.Linux"), out var findings);

        Assert.Empty(findings);
        Assert.Equal([new TemperatureSensor("inside", new SensorAddress("lm75", "temp1", SensorKind.Temperature), 55, 3)], options.Temperatures);
        Assert.Equal([new FanSensor("fan", new SensorAddress("nct6775", "fan2", SensorKind.Fan), 600)], options.Fans);
        Assert.Equal(new ContactLine { Chip = "gpiochip0", Line = 17, Bias = ContactBias.PullUp, Debounce = TimeSpan.FromMilliseconds(20) }, options.Contacts[0].Line);
        Assert.Equal((true, "/sys/class/gpio/gpio18/value"), (options.Contacts[1].Tamper, options.Contacts[1].Line.File));
        Assert.Equal(new MainsSource(Supply: "AC"), options.Mains);
        Assert.Equal([new BatterySupply("battery", "BAT0", 20)], options.Supplies);
        Assert.Equal(("/", TimeSpan.FromSeconds(60), "notice"), (options.Root, options.Every, options.DoorByDay));
        Assert.True(options.Night.Contains(new DateTimeOffset(2026, 11, 22, 21, 59, 59, TimeSpan.Zero), TimeSpan.FromHours(8)));
    }

    [Fact]
    public void Read_SampleOfTheUps_IsRight()
    {
        var options = (NutOptions)Read("ups-nut", Sample("Cabinet.Nut"), out var findings);

        Assert.Empty(findings);
        Assert.Equal(("127.0.0.1", 3493, null, false), (options.Server.Host, options.Server.Port, options.Server.User, options.Login));
        Assert.Equal(["main"], options.Ups);
        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(60)), (options.Poll, options.Every));
    }

    [Theory]
    [InlineData("{}", ":nothing-to-watch")]
    [InlineData("{\"mains\": {}}", "mains:contradiction :nothing-to-watch")]
    [InlineData("{\"mains\": {\"supply\": \"AC\", \"contact\": {\"file\": \"/a\"}}}", "mains:contradiction :nothing-to-watch")]
    [InlineData("{\"mains\": {\"suply\": \"AC\"}}", "mains:contradiction mains.suply:unknown-key :nothing-to-watch")]
    [InlineData("{\"mains\": {\"supply\": \"../AC\"}}", "mains.supply:not-a-supply")]
    [InlineData("{\"mains\": {\"ups\": {\"host\": \"h\", \"name\": \"a b\"}}}", "mains.ups.name:not-a-ups")]
    [InlineData("{\"mains\": {\"ups\": {\"host\": \"h\", \"name\": \"main\", \"user\": \"u\"}}}", "mains.ups.user:contradiction")]
    [InlineData("{\"contacts\": [{\"name\": \"door\"}]}", "contacts[0].chip:contradiction")]
    [InlineData("{\"contacts\": [{\"name\": \"door\", \"chip\": \"gpiochip0\", \"file\": \"/a\"}]}", "contacts[0].chip:contradiction")]
    [InlineData("{\"contacts\": [{\"name\": \"door\", \"chip\": \"/dev/gpiochip0\"}]}", "contacts[0].chip:not-a-chip")]
    [InlineData("{\"contacts\": [{\"name\": \"door\", \"chip\": \"../x\"}]}", "contacts[0].chip:not-a-chip")]
    [InlineData("{\"contacts\": [{\"name\": \"door\", \"file\": \"a\"}]}", "contacts[0].file:not-a-path")]
    [InlineData("{\"contacts\": [{\"name\": \"door\", \"file\": \"/a\", \"open\": \"up\"}]}", "contacts[0].open:unknown-choice")]
    [InlineData("{\"contacts\": [{\"name\": \"door\", \"file\": \"/a\", \"debounce\": \"2s\"}]}", "contacts[0].debounce:out-of-range")]
    [InlineData("{\"contacts\": [{\"name\": \"door\", \"file\": \"/a\"}, {\"name\": \"door\", \"file\": \"/b\"}]}", "contacts[1].name:name-twice")]
    [InlineData("{\"contacts\": [{\"name\": \"a\\nb\", \"file\": \"/a\"}]}", "contacts[0].name:not-a-name")]
    [InlineData("{\"temperatures\": [{\"name\": \"t\", \"chip\": \"lm75\"}]}", "temperatures[0].sensor:missing")]
    [InlineData("{\"temperatures\": [{\"name\": \"t\", \"chip\": \"lm75\", \"sensor\": \"temp1\", \"hihg\": 5}]}", "temperatures[0].hihg:unknown-key")]
    [InlineData("{\"fans\": [{\"name\": \"f\", \"chip\": \"lm75\", \"sensor\": \"fan1\", \"min\": 0}]}", "fans[0].min:out-of-range")]
    [InlineData("{\"mains\": {\"supply\": \"AC\"}, \"night\": \"22-6\"}", "night:not-hours")]
    [InlineData("{\"mains\": {\"supply\": \"AC\"}, \"night\": \"06:00-06:00\"}", "night:not-hours")]
    [InlineData("{\"mains\": {\"supply\": \"AC\"}, \"doorByDay\": \"loud\"}", "doorByDay:unknown-choice")]
    [InlineData("{\"mains\": {\"supply\": \"AC\"}, \"poll\": \"10ms\"}", "poll:out-of-range")]
    [InlineData("{\"mains\": {\"supply\": \"AC\"}, \"root\": \"cabinet\"}", "root:not-a-path")]
    public void Read_MistakeOfTheCabinet_IsNamed(string json, string expected)
    {
        Read("cabinet", json, out var findings);

        Assert.Equal(expected, string.Join(' ', findings.Select(finding => $"{finding.Path}:{finding.Code}")));
        Assert.All(findings, finding => Assert.NotEqual(finding.Problem.En, finding.Problem.Zh));
    }

    [Theory]
    [InlineData("{}", "host:missing")]
    [InlineData("{\"host\": \"tcp://h\"}", "host:not-a-host")]
    [InlineData("{\"host\": \"h\", \"login\": true}", "login:contradiction")]
    [InlineData("{\"host\": \"h\", \"user\": \"u\"}", "user:contradiction")]
    [InlineData("{\"host\": \"h\", \"password\": {\"env\": \"X\"}}", "password:contradiction")]
    [InlineData("{\"host\": \"h\", \"user\": \"u\", \"password\": \"p\"}", "password:secret-in-file")]
    [InlineData("{\"host\": \"h\", \"ups\": [\"a b\"]}", "ups:not-a-ups")]
    [InlineData("{\"host\": \"h\", \"ups\": [\"a\", \"a\"]}", "ups:too-many")]
    [InlineData("{\"host\": \"h\", \"ups\": [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\"]}", "ups:too-many")]
    [InlineData("{\"host\": \"h\", \"poll\": \"500ms\"}", "poll:out-of-range")]
    [InlineData("{\"host\": \"h\", \"pol\": \"5s\"}", "pol:unknown-key")]
    public void Read_MistakeOfTheUps_IsNamed(string json, string expected)
    {
        Read("ups-nut", json, out var findings);

        Assert.Equal(expected, string.Join(' ', findings.Select(finding => $"{finding.Path}:{finding.Code}")));
    }

    [Theory]
    [InlineData("22:00-06:00", "2026-11-22T14:00:00Z", true)]
    [InlineData("22:00-06:00", "2026-11-22T13:59:59Z", false)]
    [InlineData("22:00-06:00", "2026-11-22T21:59:59Z", true)]
    [InlineData("22:00-06:00", "2026-11-22T22:00:00Z", false)]
    [InlineData("01:00-02:00", "2026-11-22T17:30:00Z", true)]
    [InlineData("01:00-02:00", "2026-11-22T18:00:00Z", false)]
    public void Night_Hours_AreThoseOfTheSite(string hours, string moment, bool night)
    {
        var options = (CabinetOptions)Read("cabinet", $"{{\"mains\": {{\"supply\": \"AC\"}}, \"night\": \"{hours}\"}}", out _);

        Assert.Equal(night, options.Night.Contains(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8)));
    }

    private static string Sample(string folder) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", folder, "sample.json"));

    private static object Read(string driver, string json, out IReadOnlyList<Finding> findings)
    {
        var report = new SettingsReport(new Secrets());
        using var document = JsonDocument.Parse(json);
        var reader = new SettingsReader(document.RootElement, string.Empty, report);
        reader.Text("id");
        reader.Text("driver");
        object options = DriverCatalog.All.Single(one => one.Name == driver).ReadOptions(reader);
        reader.Finish();
        findings = report.Findings;
        return options;
    }

    private sealed class Secrets : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => new("hush");
    }
}
