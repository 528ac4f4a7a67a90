using System.Text.Json;
using EdgeGateway.Sim.Cabinets;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.Cabinet.Linux;
using EdgeGateway.Sim.Twins.Cabinet.Nut;

namespace EdgeGateway.Tests.FirmwareSim.Scenarios;

public sealed class CabinetReaderTests
{
    [Fact]
    public void Read_CabinetAndUps_EveryWordIsUnderstood()
    {
        Scenario scenario = Read("""
            {"duration":"1s","devices":[
              {"id":"cabinet-1","driver":"cabinet","folder":"/tmp/cabinet","profile":{"every":"200ms","noticed":"5s","night":"22:00-06:00","zone":"-03:30","events":[{"after":"5s","what":"mains","value":0},{"what":"chip"}]}},
              {"id":"ups-1","driver":"ups-nut","listen":"127.0.0.1:3493","profile":{"ups":["a","b"],"noticed":"7s","user":"u","password":"p","events":[{"after":"1s","ups":"b","variable":"ups.status","value":"OB"}],
                "faults":{"noise":2,"longLine":3,"otherUps":4,"byteByByte":true}}}]}
            """);

        var cabinet = Assert.IsType<CabinetDevice>(scenario.Devices[0]);
        Assert.Equal(("/tmp/cabinet", TimeSpan.FromMilliseconds(200)), (cabinet.Folder, cabinet.Profile.Every));
        Assert.Equal([new CabinetEvent(TimeSpan.FromSeconds(5), CabinetThing.Mains, 0), new CabinetEvent(TimeSpan.Zero, CabinetThing.Chip, 0)], cabinet.Profile.Events);
        Assert.Equal((TimeSpan.FromSeconds(5), new NightSpan(new TimeOnly(22, 0), new TimeOnly(6, 0), new TimeSpan(-3, -30, 0))), (cabinet.Profile.Noticed, cabinet.Profile.Night));
        var ups = Assert.IsType<UpsDevice>(scenario.Devices[1]);
        Assert.Equal((3493, "u", "p", new NutFaults { Noise = 2, LongLine = 3, OtherUps = 4, ByteByByte = true }), (ups.Listen!.Port, ups.Profile.User, ups.Profile.Password, ups.Profile.Faults));
        Assert.Equal(TimeSpan.FromSeconds(7), ups.Profile.Noticed);
        Assert.Equal(["a", "b"], ups.Profile.Ups);
        Assert.Equal([new NutEvent(TimeSpan.FromSeconds(1), "b", "ups.status", "OB")], ups.Profile.Events);
    }

    [Theory]
    [InlineData("""{"id":"c","driver":"cabinet"}""", "folder")]
    [InlineData("""{"id":"c","driver":"cabinet","folder":"/x","profile":{"events":[{"what":"dor"}]}}""", "what")]
    [InlineData("""{"id":"c","driver":"cabinet","folder":"/x","profile":{"every":"1ms"}}""", "every")]
    [InlineData("""{"id":"c","driver":"cabinet","folder":"/x","profile":{"night":"22-6"}}""", "night")]
    [InlineData("""{"id":"c","driver":"cabinet","folder":"/x","profile":{"night":"22:00-06:00","zone":"China"}}""", "zone")]
    [InlineData("""{"id":"u","driver":"ups-nut"}""", "listen")]
    [InlineData("""{"id":"u","driver":"ups-nut","listen":"here"}""", "listen")]
    [InlineData("""{"id":"u","driver":"ups-nut","listen":"127.0.0.1:1","profile":{"events":[{"value":"OB"}]}}""", "variable")]
    public void Read_Mistake_IsNamed(string device, string where)
    {
        var mistakes = Assert.Throws<MistakesException>(() => Read($$"""{"duration":"1s","devices":[{{device}}]}"""));

        Assert.Contains(where, mistakes.Message, StringComparison.Ordinal);
    }

    private static Scenario Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ScenarioReader.Read(document.RootElement.Clone(), "/");
    }
}
