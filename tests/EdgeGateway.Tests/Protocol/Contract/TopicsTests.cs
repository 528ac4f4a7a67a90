using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Tests.Protocol.Contract;

public sealed class TopicsTests
{
    private const string Prefix = "edge/v1/6e/440100000012100001/gz-baiyun-01";

    private static readonly Topics s_topics = new(Topics.DefaultRoot, "440100000012100001", "gz-baiyun-01");

    [Fact]
    public void Topics_OfTheContract_AreSpelledAsItSays()
    {
        Assert.Equal(Prefix + "/up/alarm/cam-03/plate.hit", s_topics.Reading(Lane.Alarm, "cam-03", "plate.hit"));
        Assert.Equal(Prefix + "/up/event/cam-03/plate.read", s_topics.Reading(Lane.Event, "cam-03", "plate.read"));
        Assert.Equal(Prefix + "/up/telemetry/radio-1/radio.position", s_topics.Reading(Lane.Telemetry, "radio-1", "radio.position"));
        Assert.Equal(Prefix + "/up/media/ab12", s_topics.Media("ab12"));
        Assert.Equal(Prefix + "/up/media/ab12/3", s_topics.MediaPart("ab12", 3));
        Assert.Equal(Prefix + "/state", s_topics.State);
        Assert.Equal(Prefix + "/device/cam-03", s_topics.Device("cam-03"));
        Assert.Equal(Prefix + "/down/#", s_topics.Down);
        Assert.Equal("edge/v1/platform/+", s_topics.PlatformPresence);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(MediaParts.PartBytes, 1)]
    [InlineData(MediaParts.PartBytes + 1, 2)]
    [InlineData(2 * MediaParts.PartBytes, 2)]
    public void Count_Bytes_IsTheNumberOfMessages(long bytes, int parts) => Assert.Equal(parts, MediaParts.Count(bytes));
}
