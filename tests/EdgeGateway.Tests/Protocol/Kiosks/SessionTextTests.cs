using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Protocol.Kiosks;

namespace EdgeGateway.Tests.Protocol.Kiosks;

public sealed class SessionTextTests
{
    [Theory]
    [InlineData("5b0e1c0c-8f0e-4d6f-9a55-0d8f6a6c9c11", true)]
    [InlineData("5B0E1C0C8F0E4D6F9A550D8F6A6C9C11", true)]
    [InlineData("01930f6e-7c1a-7b3e-b1d5-4c2f9a8e6d01", true)]
    [InlineData("V1StGXR8_Z5jdHi6B-myT", false)]
    [InlineData("ZhangSanFeng-0001", false)]
    [InlineData("uid-04A2B3C4D5E680-17", false)]
    [InlineData("1101a0519b491231c002X", false)]
    [InlineData("8613812345678abcdef0123456789abc", false)]
    [InlineData("5b0e1c0c-8f0e-0d6f-9a55-0d8f6a6c9c11", false)]
    [InlineData("5b0e1c0c-8f0e-4d6f-ca55-0d8f6a6c9c11", false)]
    [InlineData("5b0e1c0c8f0e-4d6f-9a55-0d8f6a6c9c11", false)]
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
        for (int i = 0; i < 20_000; i++)
        {
            SHA256.HashData(Encoding.ASCII.GetBytes($"{i}")).AsSpan(0, 16).CopyTo(seed);
            (seed[7], seed[8]) = ((byte)((seed[7] & 0x0F) | 0x40), (byte)((seed[8] & 0x3F) | 0x80));
            uuids += SessionText.IsRandom(new Guid(seed).ToString()) ? 1 : 0;
        }

        Assert.InRange(uuids, 19_700, 20_000);
    }
}
