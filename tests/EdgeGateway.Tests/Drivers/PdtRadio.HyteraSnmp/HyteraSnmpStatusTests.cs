using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.PdtRadio.HyteraSnmp;

public sealed class HyteraSnmpStatusTests
{
    [Theory]
    [InlineData("1.1.1", 1, "voltage begins minor environment low")]
    [InlineData("1.1.1", 2, "voltage begins major environment high")]
    [InlineData("1.1.1", 3, "voltage begins major environment abnormal")]
    [InlineData("1.1.1", 9, "voltage begins minor environment 9")]
    [InlineData("1.1.2", 1, "temperature begins minor environment low")]
    [InlineData("1.1.2", 2, "temperature begins major environment high")]
    [InlineData("1.1.6", 1, "vswr begins major equipment")]
    [InlineData("1.1.6", 4, "vswr begins minor equipment 4")]
    [InlineData("1.1.7", 1, "transmit-pll begins major equipment")]
    [InlineData("1.1.8", 1, "receive-pll begins major equipment")]
    [InlineData("1.1.9", 1, "battery begins minor environment")]
    public async Task Alarm_LeavesNormal_BeginsOnceAndEndsOnce(string suffix, int value, string begins)
    {
        await using var repeater = new Repeater();
        await repeater.StartAsync();
        Assert.Empty(repeater.Told);

        repeater.Objects.SetWhole(suffix, value);
        await repeater.RoundAsync();
        await repeater.RoundAsync();
        Assert.Equal([begins], repeater.Told);
        Assert.Single(repeater.Rounds.Last().Metrics, metric => metric.Severity is not null);

        repeater.Objects.SetWhole(suffix, 0);
        await repeater.RoundAsync();
        await repeater.RoundAsync();
        Assert.Equal([begins, begins.Replace("begins", "ends", StringComparison.Ordinal)], repeater.Told);
    }

    [Fact]
    public async Task Alarm_OfTheSameRound_ComesBeforeTheMeasurements()
    {
        await using var repeater = new Repeater();
        repeater.Objects.SetWhole("1.1.6", 1);
        await repeater.StartAsync();

        var first = repeater.Sink.Entered.First();
        var body = (DeviceStatusBody)first.Body;
        Assert.Equal((Lane.Alarm, "vswr", "begins"), (first.Lane, body.What, body.State));
        Assert.Contains("antenna", body.Advice, StringComparison.Ordinal);
        Assert.Contains("天线", body.AdviceZh, StringComparison.Ordinal);
        Assert.IsType<SiteHealthBody>(repeater.Sink.Entered.Last().Body);
    }

    [Fact]
    public async Task Alarm_ChangesItsLevel_EndsAndBeginsAnew()
    {
        await using var repeater = new Repeater();
        repeater.Objects.SetWhole("1.1.2", 1);
        await repeater.StartAsync();
        repeater.Objects.SetWhole("1.1.2", 2);
        await repeater.RoundAsync();

        Assert.Equal(["temperature begins minor environment low", "temperature ends minor environment low", "temperature begins major environment high"], repeater.Told);
    }

    [Fact]
    public async Task Alarm_GatewayRestarts_NeitherBeginsAgainNorIsForgotten()
    {
        var memory = new FakeMemory();
        await using (var before = new Repeater(memory: memory))
        {
            before.Objects.SetWhole("1.1.6", 1);
            before.Objects.SetWhole("1.1.2", 2);
            await before.StartAsync();
            Assert.Equal(2, before.Told.Count());
        }

        await using var after = new Repeater(memory: memory);
        after.Objects.SetWhole("1.1.6", 1);
        await after.StartAsync();

        Assert.Equal(["temperature ends major environment high"], after.Told);
    }

    [Fact]
    public async Task Alarm_ObjectCannotBeRead_StandsAsItWas()
    {
        var memory = new FakeMemory();
        await memory.RememberAsync("standing", "vswrAlarm=1", default);
        await using var repeater = new Repeater(new() { Failing = ["1.1.6"] }, memory);
        await repeater.StartAsync();

        Assert.Empty(repeater.Told);
    }

    [Fact]
    public async Task Alarm_DiskRefuses_IsToldInTheNextConversation()
    {
        var memory = new FakeMemory();
        await using (var before = new Repeater(memory: memory) { Sink = new FakeSink { Refuses = true } })
        {
            before.Objects.SetWhole("1.1.6", 1);
            await before.ConnectAsync();
            await Assert.ThrowsAsync<StoreRefusedException>(() => before.Run().WaitAsync(TimeSpan.FromSeconds(20)));
            Assert.Null(memory.Recall("standing"));
        }

        await using var after = new Repeater(memory: memory);
        after.Objects.SetWhole("1.1.6", 1);
        await after.StartAsync();
        Assert.Equal(["vswr begins major equipment"], after.Told);
    }

    [Fact]
    public async Task Link_FallsSilent_IsAnAlarmThatEndsWithTheNextRound()
    {
        var memory = new FakeMemory();
        await using (var before = new Repeater(memory: memory))
        {
            await before.StartAsync();
            before.Mute = true;
            await before.EndAsync();
            Assert.Equal(["link begins critical communication"], before.Told);
        }

        await using var after = new Repeater(memory: memory);
        await after.StartAsync();
        Assert.Equal(["link ends critical communication"], after.Told);
    }

    [Fact]
    public async Task Memory_Damaged_DoesNotStopTheDriver()
    {
        var memory = new FakeMemory();
        await memory.RememberAsync("standing", ",,=,vswrAlarm,vswrAlarm=1,nonsense=7,link=x,=", default);
        await using var repeater = new Repeater(memory: memory);
        await repeater.StartAsync();

        Assert.Contains("vswr ends major equipment", repeater.Told);
    }

}
