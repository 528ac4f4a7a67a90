using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Tests.Drivers.Abstractions.Settings;

public sealed class NearestNameTests
{
    private static readonly string[] s_known = ["id", "host", "port", "password", "hikvision-anpr"];

    [Theory]
    [InlineData("hsot", "host")]
    [InlineData("Port", "port")]
    [InlineData("pasword", "password")]
    [InlineData("hikvision", "hikvision-anpr")]
    [InlineData("ids", "id")]
    public void Of_Mistyped_IsTheMeantName(string typed, string meant) => Assert.Equal(meant, NearestName.Of(typed, s_known));

    [Theory]
    [InlineData("xy")]
    [InlineData("temperature")]
    [InlineData("")]
    public void Of_NothingAlike_IsNull(string typed) => Assert.Null(NearestName.Of(typed, s_known));

    [Fact]
    public void Of_NothingKnown_IsNull() => Assert.Null(NearestName.Of("host", []));

    [Fact]
    public void Of_AMegabyteLong_IsNullAtOnce() => Assert.Null(NearestName.Of(new string('h', 1 << 20), s_known));
}
