using System.Text.Json;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Tests.FirmwareSim.Scenarios;

/// <summary>What a scenario may say of kiosks.</summary>
public sealed class KioskReaderTests
{
    [Fact]
    public void Read_KioskAndItsSoftware_AreAsTheyAreWritten()
    {
        Scenario scenario = Read("""
            { "devices": [
              { "id": "kiosk-01", "driver": "kiosk-xfs4iot", "count": 5, "machine": "m", "listen": "127.0.0.1:5846", "profile": { "old": true, "host": "localhost:5846", "day": { "rate": 2 } } },
              { "id": "kiosk-01-app", "driver": "kiosk-application", "count": 5, "machine": "m", "url": "http://127.0.0.1:8080/kiosk-01-app/token", "profile": { "together": 3 } },
              { "id": "kiosk-02-app", "driver": "kiosk-application", "count": 5, "folder": "/srv/spool" } ] }
            """);

        var kiosk = Assert.IsType<XfsKioskDevice>(scenario.Devices[0]);
        Assert.Equal((true, "localhost:5846", 2.0, 5846, 5L), (kiosk.Profile.Old, kiosk.Profile.Host, kiosk.Profile.Day.Rate, kiosk.Listen!.Port, kiosk.Count));
        var software = Assert.IsType<SoftwareKioskDevice>(scenario.Devices[1]);
        Assert.Equal(("m", 3, "/kiosk-01-app/token"), (software.Machine, software.Profile.Together, software.Url!.AbsolutePath));
        Assert.Equal("/srv/spool", Assert.IsType<SoftwareKioskDevice>(scenario.Devices[2]).Folder);
    }

    [Fact]
    public void Read_Mistakes_AreAllNamed()
    {
        var wrong = Assert.Throws<MistakesException>(() => Read("""
            { "devices": [
              { "id": "kiosk-01", "driver": "kiosk-xfs4iot", "count": 5, "listen": "here", "profile": { "slowEvery": -1, "speed": 1 } },
              { "id": "kiosk-01-app", "driver": "kiosk-application", "count": 5, "url": "ftp://x", "profile": { "patience": "long" } } ] }
            """));

        foreach (string path in new[] { "devices[0].listen", "devices[0].profile.slowEvery", "devices[0].profile.speed", "devices[1].url", "devices[1].profile.patience" })
        {
            Assert.Contains(path, wrong.Message, StringComparison.Ordinal);
        }
    }

    private static Scenario Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ScenarioReader.Read(document.RootElement, ".");
    }
}
