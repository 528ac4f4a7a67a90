using System.Text.Json;
using EdgeGateway.Sim.Inspections;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Tests.FirmwareSim.Scenarios;

public sealed class InspectionReaderTests
{
    [Fact]
    public void Read_EveryWord_IsUnderstood()
    {
        var (read, mistakes) = Read("""{"listen":"127.0.0.1:18082","user":"u","password":"p","line":"belt","rate":2,"mix":{"alarm":0.5},"profile":{"dialect":"text","chunk":7,"repeatEvery":3,"unknownEvery":4,"brokenEvery":5,"pictures":false}}""", DeviceReader.XrayDahua);

        Assert.Empty(mistakes);
        Assert.Equal((18082, "u", "p", "belt", 2.0, 0.5), (read.Listen!.Port, read.User, read.Password, read.Line, read.Rate, read.Mix.Alarm));
        Assert.Equal(new InspectionProfile { Dialect = InspectionDialect.Text, Chunk = 7, RepeatEvery = 3, UnknownEvery = 4, BrokenEvery = 5, Pictures = false }, read.Profile);
    }

    [Fact]
    public void Read_HikvisionThatPushes_NeedsNoPortOfItsOwn()
    {
        var (read, mistakes) = Read("""{"url":"http://127.0.0.1:1/xray-1/token"}""", DeviceReader.XrayHikvision);

        Assert.Empty(mistakes);
        Assert.Equal(("/xray-1/token", null), (read.Url!.AbsolutePath, read.Listen));
    }

    [Theory]
    [InlineData("{}", DeviceReader.XrayDahua, "listen")]
    [InlineData("{\"listen\":\"nowhere\"}", DeviceReader.XrayDahua, "listen")]
    [InlineData("{\"url\":\"ftp://x\"}", DeviceReader.XrayHikvision, "url")]
    public void Read_Mistake_IsNamed(string json, string driver, string name) => Assert.Equal([name], Read(json, driver).Mistakes.Select(mistake => mistake.Path));

    private static (InspectionDevice Device, List<Mistake> Mistakes) Read(string json, string driver)
    {
        var mistakes = new List<Mistake>();
        using var document = JsonDocument.Parse(json);
        var empty = new JsonSection(JsonDocument.Parse("{}").RootElement, "profiles", mistakes);
        return (InspectionReader.Read(new JsonSection(document.RootElement, "", mistakes), new ProfileLibrary(empty, "", mistakes), driver), mistakes);
    }
}
