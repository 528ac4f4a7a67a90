using System.Globalization;
using System.Text;
using EdgeGateway.Drivers.Generic;
using EdgeGateway.Protocol.Model.Sensors;
using EdgeGateway.Sim.Sensors;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.Generic.Http;
using EdgeGateway.Tests.Drivers.Generic;
using EdgeGateway.Tests.Drivers.Generic.Http;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Sensors;

/// <summary>The twins against the maps of the worked examples: what the ledger says is what becomes of it.</summary>
public sealed class SensorTwinTests
{
    private static readonly DateTimeOffset s_morning = MapSite.Received;

    [Theory]
    [InlineData(SensorSort.Counter, "crowd-counter")]
    [InlineData(SensorSort.Weather, "weather")]
    public void Say_AnyMoment_IsWhatTheMapMakesOfIt(SensorSort sort, string example)
    {
        var map = MapSite.Map(MapSite.Example(example));
        var voice = new SensorVoice(Plan(new SensorProfile { Sort = sort, DayFaster = 1440, Doors = 3 }, long.MaxValue));
        for (int index = 0; index < 200; index++)
        {
            var message = voice.Say(index, s_morning.AddSeconds(index));
            var outcome = MapSite.Apply(map, message.Text, message.Topic);

            Assert.Empty(outcome.LeftOut);
            Assert.Equal(message.Truth.Count, outcome.Entries.Select(entry => entry.Identity!).Distinct().Count());
            Assert.Equal(message.Truth.Count, message.Truth.Select(line => line.NativeId).Distinct().Count());
            Assert.Equal(message.Truth.Select(line => line.Time), outcome.Entries.Select(entry => entry.Time!.Value));
            foreach (var (line, entry) in message.Truth.Zip(outcome.Entries))
            {
                Assert.Equal(line.Facts!["name"], entry.Name);
                Assert.Equal(double.Parse(line.Facts["values.0.number"], CultureInfo.InvariantCulture), entry.Values[0].Number!.Value, 2);
            }
        }
    }

    [Fact]
    public void Crowd_Day_HasItsHillsAndANight()
    {
        Assert.Equal(0, DayCurve.Crowd(3));
        Assert.Equal(1, DayCurve.Crowd(10));
        Assert.InRange(DayCurve.Crowd(13), 0.1, 0.6);
        Assert.InRange(DayCurve.Crowd(15), 0.65, 0.75);
    }

    [Fact]
    public void Say_Misbehaving_HasEverySortOfTroubleAndEverySeventhIsRight()
    {
        var map = MapSite.Map(MapSite.Example("crowd-counter"));
        var voice = new SensorVoice(Plan(new SensorProfile { Sort = SensorSort.Misbehaving }, long.MaxValue));
        var seen = new List<string>();
        for (int index = 0; index < 14; index++)
        {
            var message = voice.Say(index, s_morning);
            Assert.Equal(index % 7 == 0, message.Truth.Count > 0);
            var body = MessageReader.Read(Encoding.UTF8.GetBytes(message.Text));
            seen.AddRange(body.Faults);
            seen.AddRange(body.Messages.SelectMany(one => MapEvaluation.Of(map, one, message.Topic, s_morning, TimeSpan.Zero).LeftOut));
        }

        Assert.Equal(["clock-off", "no-values", "not-json", "too-large", "value-missing", "value-of-other-sort"], seen.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Through socket, inbox and driver: all that was told 200 is there once, whatever happens on the way.</summary>
    [Theory]
    [InlineData(SensorSort.Counter)]
    [InlineData(SensorSort.Misbehaving)]
    public async Task Run_OverHttp_ArrivesAsItWasTold(SensorSort sort)
    {
        await using var talk = await CounterTalk.StartAsync(MapSite.Map(MapSite.Example("crowd-counter")));
        var ledger = new ListLedger();
        var trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, s_morning);
        trouble.Garbage(2);
        trouble.CutInside(2);
        var time = talk.Host.Context.Time;
        await using var twin = new SensorTwin(Plan(new SensorProfile { Sort = sort, Every = TimeSpan.Zero, Doors = 2, DuplicateRate = 0.5 }, 15), new HttpSensorWire(talk.Rig.Url), trouble, ledger, time);

        await twin.RunAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.NotEmpty(ledger.Lines);
        Assert.All(ledger.Lines, line => Assert.Equal("200", line.Told));
        var stored = talk.Sink.Entered.Select(reading => (reading.Time, ((SensorBody)reading.Body).Name, ((SensorReadingBody)reading.Body).Values![0].Number)).ToHashSet();
        Assert.All(ledger.Lines, line => Assert.Contains((line.Time, line.Facts!["name"], (double?)double.Parse(line.Facts["values.0.number"], CultureInfo.InvariantCulture)), stored));
        int ids = talk.Sink.Entered.Select(reading => reading.Body.Source!.NativeId).Distinct().Count();
        Assert.InRange(ids, ledger.Lines.Count, sort == SensorSort.Counter ? ledger.Lines.Count : int.MaxValue);
        Assert.Contains("not-json", talk.Faults);
    }

    private static SensorPlan Plan(SensorProfile profile, long count) => new("cam-1", profile, 7, s_morning, DateTimeOffset.MaxValue, count);
}
