using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Tests.Protocol.Mavlink;

public sealed class MavSigningTests
{
    private static readonly DateTimeOffset s_now = MavAgain.Now;
    private static readonly Heartbeat s_beat = new(5, 2, 3, 81, 4, 3);

    [Fact]
    public void Check_Vector15_IsRightWithItsKeyAndNoOther()
    {
        var frame = MavReading.One(MavVectors.Bytes(15));

        Assert.Null(Check().Refuses(frame, s_now));
        Assert.Equal(MavFaults.Signature, new MavSignatureCheck(MavKey.OfPassphrase("other"), MavUnsignedPolicy.Reject).Refuses(frame, s_now));
    }

    [Fact]
    public void Check_AnyByteOfTheSignatureChanged_IsRefused()
    {
        byte[] bytes = MavVectors.Bytes(15);
        for (int at = bytes.Length - 13; at < bytes.Length; at++)
        {
            byte[] changed = [.. bytes];
            changed[at]++;
            Assert.Equal(MavFaults.Signature, Check().Refuses(MavReading.One(changed), s_now));
        }
    }

    [Fact]
    public void Check_SameFrameAgain_IsReplayed()
    {
        var check = Check();
        var frame = MavReading.One(MavVectors.Bytes(15));

        Assert.Null(check.Refuses(frame, s_now));
        Assert.Equal(MavFaults.Replayed, check.Refuses(frame, s_now));
    }

    [Fact]
    public void Check_OlderFrameOfTheStream_IsReplayed()
    {
        var check = Check();
        var writer = Writer(1);
        var (first, second) = (Frame(writer, s_now), Frame(writer, s_now));

        Assert.Null(check.Refuses(second, s_now));
        Assert.Equal(MavFaults.Replayed, check.Refuses(first, s_now));
        Assert.Null(check.Refuses(Frame(writer, s_now), s_now));
    }

    [Fact]
    public void Check_OtherLinkOfTheSameSender_IsAStreamOfItsOwn()
    {
        var check = Check();
        var (one, other) = (Frame(Writer(1), s_now), Frame(Writer(2), s_now.AddSeconds(-1)));

        Assert.Null(check.Refuses(one, s_now));
        Assert.Null(check.Refuses(other, s_now));
    }

    [Theory]
    [InlineData(60, null)]
    [InlineData(60.1, MavFaults.Stale)]
    public void Check_NewStreamBehindTheClock_MayBeAMinuteLate(double seconds, string? fault) =>
        Assert.Equal(fault, Check().Refuses(Frame(Writer(1), s_now.AddSeconds(-seconds)), s_now));

    [Fact]
    public void Check_ClockBehind_GoesByTheNewestAcceptedTime()
    {
        var check = Check();
        Assert.Null(check.Refuses(Frame(Writer(1), s_now), s_now.AddYears(-5)));

        Assert.Equal(MavSigningTime.Of(s_now), check.Time);
        Assert.Equal(MavFaults.Stale, check.Refuses(Frame(Writer(2), s_now.AddSeconds(-61)), s_now.AddYears(-5)));
        Assert.Equal(MavFaults.Stale, new MavSignatureCheck(MavVectors.Key, MavUnsignedPolicy.Reject, check.Time).Refuses(Frame(Writer(3), s_now.AddSeconds(-61)), s_now.AddYears(-5)));
    }

    [Fact]
    public void Check_WrongSignatureOfTheFuture_DoesNotMoveTheTime()
    {
        var check = Check();
        var foreign = new MavWriter(1, 1, new MavSigner(MavKey.OfPassphrase("other"), 1));

        Assert.Equal(MavFaults.Signature, check.Refuses(Frame(foreign, s_now.AddYears(50)), s_now));
        Assert.Equal(0ul, check.Time);
        Assert.Null(check.Refuses(Frame(Writer(1), s_now), s_now));
    }

    [Fact]
    public void Check_ReplayedFrame_DoesNotMakeARoomForALaterOne()
    {
        var check = Check();
        var writer = Writer(1);
        var old = Frame(writer, s_now);
        Assert.Null(check.Refuses(Frame(writer, s_now.AddHours(1)), s_now.AddHours(1)));

        Assert.Equal(MavFaults.Replayed, check.Refuses(old, s_now.AddHours(1)));
        Assert.Equal(MavFaults.Replayed, check.Refuses(old, s_now.AddHours(1)));
    }

    [Theory]
    [InlineData(MavUnsignedPolicy.Accept, false, null)]
    [InlineData(MavUnsignedPolicy.Accept, true, null)]
    [InlineData(MavUnsignedPolicy.RadioStatusOnly, false, MavFaults.Unsigned)]
    [InlineData(MavUnsignedPolicy.RadioStatusOnly, true, null)]
    [InlineData(MavUnsignedPolicy.Reject, false, MavFaults.Unsigned)]
    [InlineData(MavUnsignedPolicy.Reject, true, MavFaults.Unsigned)]
    public void Check_Unsigned_IsAsTheSiteSays(MavUnsignedPolicy policy, bool isRadio, string? fault)
    {
        var writer = new MavWriter(1, 1);
        var frame = MavReading.One(isRadio ? writer.Write(new RadioStatus(0, 0, 200, 200, 90, 20, 20), s_now) : writer.Write(s_beat, s_now));

        Assert.Equal(fault, new MavSignatureCheck(MavVectors.Key, policy).Refuses(frame, s_now));
    }

    [Fact]
    public void Sign_ClockStandsStillOrGoesBack_TimeOnlyGrows()
    {
        var signer = new MavSigner(MavVectors.Key, 1);
        var writer = new MavWriter(1, 1, signer);
        var times = new List<ulong>();
        foreach (int seconds in new[] { 0, 0, -3600, 1, 1 })
        {
            writer.Write(s_beat, s_now.AddSeconds(seconds));
            times.Add(signer.Last);
        }

        ulong start = MavSigningTime.Of(s_now);
        Assert.Equal([start, start + 1, start + 2, start + 100_000, start + 100_001], times);
    }

    [Fact]
    public void Sign_AfterACrashWithTheClockBack_GoesBeyondEverythingSigned()
    {
        var signer = new MavSigner(MavVectors.Key, 1);
        var writer = new MavWriter(1, 1, signer);
        writer.Write(s_beat, s_now);
        ulong stored = signer.Last + (2 * MavSigningTime.Minute);
        writer.Write(s_beat, s_now.AddSeconds(90));
        ulong last = signer.Last;

        var again = new MavSigner(MavVectors.Key, 1, stored);
        new MavWriter(1, 1, again).Write(s_beat, s_now.AddYears(-1));

        Assert.True(again.Last > last);
    }

    [Fact]
    public void SigningTime_OfTheStart_IsZeroAndBefore2015Too()
    {
        Assert.Equal(0ul, MavSigningTime.Of(DateTimeOffset.FromUnixTimeSeconds(1_420_070_400)));
        Assert.Equal(0ul, MavSigningTime.Of(DateTimeOffset.UnixEpoch));
        Assert.Equal(103_401_643_092_941ul, 0x5E0B1234ABCDul);
        Assert.Equal(103_401_643_092_941ul, MavSigningTime.Of(MavSigningTime.Moment(103_401_643_092_941)));
    }

    [Fact]
    public void Write_Version1_IsNeverSigned()
    {
        byte[] frame = new MavWriter(1, 1, new MavSigner(MavVectors.Key, 1)) { Version = MavVersion.V1 }.Write(s_beat, s_now);

        Assert.Equal(17, frame.Length);
        Assert.Throws<ArgumentException>(() => new MavWriter(1, 1) { Version = MavVersion.V1 }.Write(new CameraImageCaptured() with { FileUrl = string.Empty, Q = [] }, s_now));
    }

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    public void Key_OfAnotherLength_Throws(int length) => Assert.Throws<ArgumentException>(() => new MavKey(new byte[length]));

    private static MavSignatureCheck Check() => new(MavVectors.Key, MavUnsignedPolicy.Reject);

    private static MavWriter Writer(byte link) => new(1, 1, new MavSigner(MavVectors.Key, link));

    private static MavFrame Frame(MavWriter writer, DateTimeOffset now) => MavReading.One(writer.Write(s_beat, now));
}
