using EdgeGateway.Sim.Twins.Drone.Mavlink;
using EdgeGateway.Tests.Protocol.Mavlink;

namespace EdgeGateway.Tests.FirmwareSim.Twins.Drone.Mavlink;

public sealed class FlyerAirTests
{
    [Fact]
    public void Carry_NoFaults_IsTheFrame() => Assert.Equal([MavVectors.Bytes(1)], new FlyerAir(new FlyerFaults(), 1, "a").Carry(MavVectors.Bytes(1)));

    [Fact]
    public void Carry_LostAndTwice_AreTheirShares()
    {
        var air = new FlyerAir(new FlyerFaults { Lost = 0.2, Twice = 0.2 }, 1, "a");
        int[] counts = [.. Enumerable.Range(0, 10_000).Select(_ => air.Carry(MavVectors.Bytes(1)).Count())];

        Assert.InRange(counts.Count(count => count == 0), 1_850, 2_150);
        Assert.InRange(counts.Count(count => count == 2), 1_450, 1_750);
    }

    [Fact]
    public void Carry_Damaged_ComesInFrontOfTheRightOne()
    {
        var air = new FlyerAir(new FlyerFaults { Damaged = 1 }, 1, "a");
        for (int i = 0; i < 200; i++)
        {
            byte[][] came = [.. air.Carry(MavVectors.Bytes(5))];
            Assert.Equal("crc", MavReading.Words(MavReading.Stream(came[0])));
            Assert.Equal(MavVectors.Bytes(5), came[1]);
        }
    }

    [Fact]
    public void Carry_Replay_BringsAFrameOfBefore()
    {
        var air = new FlyerAir(new FlyerFaults { ReplayEvery = 3 }, 1, "a");
        byte[][] sent = [[1], [2], [3]];

        Assert.Equal([1, 2, 1, 3], sent.SelectMany(air.Carry).Select(bytes => bytes[0]));
    }

    [Fact]
    public void Carry_SameSeed_DoesTheSame()
    {
        var faults = new FlyerFaults { Lost = 0.3, Twice = 0.3, Damaged = 0.3 };
        var (one, other) = (new FlyerAir(faults, 7, "a"), new FlyerAir(faults, 7, "a"));

        Assert.All(Enumerable.Range(0, 500), _ => Assert.Equal(one.Carry(MavVectors.Bytes(6)).ToList(), other.Carry(MavVectors.Bytes(6)).ToList()));
    }
}
