using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Protocol.Kiosks;

namespace EdgeGateway.Tests.Protocol.Kiosks;

public sealed class SessionTextTests
{
    [Theory]
    [InlineData("5b0e1c0c-8f0e-4d6f-9a55-0d8f6a6c9c11", true)]
    [InlineData("5B0E1C0C8F0E4D6F9A550D8F6A6C9C11", true)]
    [InlineData("V1StGXR8_Z5jdHi6B-myT", true)]
    [InlineData("11010519491231002X", false)]
    [InlineData("S-11010519491231002X", false)]
    [InlineData("session-110105-19491231-002X", false)]
    [InlineData("6222021234567890123", false)]
    [InlineData("card6222021234567890", false)]
    [InlineData("13800138000", false)]
    [InlineData("00000000-0000-4000-8000-013800138000", false)]
    [InlineData("20261122113200-K3-0001abcd", false)]
    [InlineData("wangxiaoming-zhangsan", false)]
    [InlineData("王小明-5b0e1c0c8f0e4d6f", false)]
    [InlineData("MTEwMTA1MTk0OTEyMzEwMDJY", false)]
    [InlineData("31313031303531393439313233313030", false)]
    [InlineData("short1a2b", false)]
    [InlineData("a1a1a1a1a1a1a1a1a1", false)]
    public void IsRandom_Text_IsBelievedOrNot(string text, bool isRandom) => Assert.Equal(isRandom, SessionText.IsRandom(text));

    [Fact]
    public void IsRandom_RandomOnes_AreBelievedInAlmostEveryCase()
    {
        byte[] seed = new byte[16];
        int uuids = 0;
        int tokens = 0;
        for (int i = 0; i < 20_000; i++)
        {
            SHA256.HashData(Encoding.ASCII.GetBytes($"{i}")).AsSpan(0, 16).CopyTo(seed);
            uuids += SessionText.IsRandom(new Guid(seed).ToString()) ? 1 : 0;
            tokens += SessionText.IsRandom(Convert.ToBase64String(seed).TrimEnd('=').Replace('+', '-').Replace('/', '_')) ? 1 : 0;
        }

        Assert.InRange(uuids, 19_700, 20_000);
        Assert.InRange(tokens, 19_300, 20_000);
    }
}
