using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;
using static EdgeGateway.Tests.Drivers.Drone.Dji.DjiConversation;

namespace EdgeGateway.Tests.Drivers.Drone.Dji;

/// <summary>Events that ask for no answer come once: what is one too many is held back for a while, then counted on disk and told as a sum.</summary>
public sealed class DjiLostEventsTests
{
    private const string Memory = "lost-events";

    /// <summary>What is told at once, and what is told in the 5 s in which each waits until there is room.</summary>
    private const int Burst = 512;
    private const int Held = 25;

    [Fact]
    public async Task Events_WithoutEnd_AreHeldBackThenToldAsASum()
    {
        await using var talk = await new DjiConversation().StartAsync();
        var full = talk.Time.GetUtcNow() + TimeSpan.FromSeconds(5);

        await FloodAsync(talk, Burst + Held + 63);

        Assert.Equal(Burst + Held, Events(talk).Count());
        Assert.Equal(63, talk.Host!.Faults.Count(fault => fault == (FaultKind.Busy, "too-many-events")));
        Assert.StartsWith("63 ", talk.Memory.Recall(Memory), StringComparison.Ordinal);
        await talk.PassAsync(60, () => Sums(talk).Any());
        var sum = (DroneMessageBody)Assert.Single(Sums(talk)).Body;
        Assert.Equal((Dock, "dock", 4, $"events-lost count=63 from={Text(full)} to={Text(full)}"), (sum.Vehicle, sum.VehicleType, sum.Severity, sum.Text));
        Assert.Equal(string.Empty, talk.Memory.Recall(Memory));
        await talk.PassAsync(30);
        Assert.Single(Sums(talk));
    }

    /// <summary>Held back is not acknowledged: a gateway that stops meanwhile finds it at the broker.</summary>
    [Fact]
    public async Task Event_HeldBack_IsNotTakenBeforeThereIsRoom()
    {
        await using var talk = await new DjiConversation().StartAsync();
        await FloodAsync(talk, Burst);

        var sending = talk.Brokers.SendAsync(DjiConversation.Events, Notice(Burst));
        await Eventually.TrueAsync(() => talk.Time.Timers > 1, "it is held back");
        Assert.False(sending.IsCompleted);
        talk.Time.Advance(s_hold);
        await sending;

        Assert.Equal(Burst + 1, Events(talk).Count());
    }

    /// <summary>The power goes before the sum is told.</summary>
    [Fact]
    public async Task Sum_LeftByAnEarlierRun_IsToldAtOnce()
    {
        var memory = new FakeMemory();
        await using (var before = await new DjiConversation { Memory = memory }.StartAsync())
        {
            await FloodAsync(before, Burst + Held + 3);
        }

        await using var talk = await new DjiConversation { Memory = memory }.StartAsync();
        await talk.PassAsync(30, () => Sums(talk).Any());

        Assert.Contains("count=3 ", ((DroneMessageBody)Assert.Single(Sums(talk)).Body).Text, StringComparison.Ordinal);
    }

    /// <summary>Alarms and replies to orders wait behind a flood: it costs few commits, and a crash within says rather more than fewer.</summary>
    [Fact]
    public async Task Flood_LongerThanItsSumOnDisk_IsWrittenDownAhead()
    {
        const int Lost = 500;
        var memory = new FakeMemory();
        await using (var before = await new DjiConversation { Memory = memory }.StartAsync())
        {
            await FloodAsync(before, Burst + Held);
            int commits = memory.Commits;
            await FloodAsync(before, Lost);

            Assert.InRange(memory.Commits - commits, 1, 16);
            Assert.InRange(CountOf(memory.Recall(Memory)!), Lost, Lost + 63);
        }

        await using var talk = await new DjiConversation { Memory = memory }.StartAsync();
        await talk.PassAsync(30, () => Sums(talk).Any());
        Assert.Single(Sums(talk));
    }

    [Fact]
    public async Task Sum_ToldInTime_IsExact()
    {
        await using var talk = await new DjiConversation().StartAsync();
        await FloodAsync(talk, Burst + Held + 70);

        Assert.True(CountOf(talk.Memory.Recall(Memory)!) > 70);
        await talk.PassAsync(60, () => Sums(talk).Any());

        Assert.Contains("count=70 ", ((DroneMessageBody)Assert.Single(Sums(talk)).Body).Text, StringComparison.Ordinal);
    }

    /// <summary>Told, and the disk refuses to forget: told again it is the same, and what is lost since is another sum.</summary>
    [Fact]
    public async Task Sum_ToldAgain_IsTheSame()
    {
        await using var talk = await new DjiConversation().StartAsync();
        await FloodAsync(talk, Burst + Held + 3);
        talk.Memory.Refuses = true;
        await talk.PassAsync(60, () => Sums(talk).Count() > 1);
        talk.Memory.Refuses = false;

        Assert.True(Sums(talk).Count() > 1);
        await FloodAsync(talk, Burst + Held + 1);
        await talk.PassAsync(60, () => Sums(talk).Select(one => one.RepeatKey).Distinct().Count() > 1);

        var keys = Sums(talk).Select(one => one.RepeatKey!).Distinct().ToArray();
        Assert.Equal(2, keys.Length);
        Assert.StartsWith("events-lost count=3 ", keys[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_ThatCannotBeCounted_StaysWithTheBroker()
    {
        await using var talk = await new DjiConversation().StartAsync();
        await FloodAsync(talk, Burst + Held);
        talk.Memory.Refuses = true;

        await talk.Brokers.SendAsync(DjiConversation.Events, Notice(9_999));

        Assert.Equal(1, talk.Brokers.Untaken);
        await Assert.ThrowsAsync<StoreRefusedException>(() => talk.Running.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    private static long CountOf(string sum) => long.Parse(sum.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static readonly TimeSpan s_hold = TimeSpan.FromMilliseconds(250);

    private static IEnumerable<Reading> Sums(DjiConversation talk) => talk.Sink.Entered.Where(one => one.Body is DroneMessageBody { Flags: ["EVENTS_LOST"] });

    private static IEnumerable<DroneMessageBody> Events(DjiConversation talk) => talk.Told<DroneMessageBody>().Where(body => body.Flags?.Contains("EVENTS_LOST") != true);

    private static string Notice(int number) => Event("chatter", $$"""{"status":"s{{number}}"}""", $"t{number}", needReply: 0);

    private static string Text(DateTimeOffset time) => UtcMilliseconds.Text(time);

    /// <summary>One after the other as the broker brings them; time goes by only for one that is held back.</summary>
    private static async Task FloodAsync(DjiConversation talk, int count)
    {
        for (int i = 0; i < count; i++)
        {
            var sending = talk.Brokers.SendAsync(DjiConversation.Events, Notice(i));
            await Eventually.TrueAsync(() => sending.IsCompleted || talk.Time.Timers > 1, "it is taken, or held back");
            if (!sending.IsCompleted)
            {
                talk.Time.Advance(s_hold);
                await sending;
            }
        }
    }
}
