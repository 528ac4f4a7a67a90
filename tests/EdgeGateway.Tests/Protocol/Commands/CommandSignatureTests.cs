using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Protocol.Commands;

namespace EdgeGateway.Tests.Protocol.Commands;

public sealed class CommandSignatureTests : IDisposable
{
    private static readonly byte[] s_payload = Encoding.UTF8.GetBytes("{\"v\":1,\"name\":\"放行\"}");

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Theory]
    [InlineData(DSASignatureFormat.IeeeP1363FixedFieldConcatenation)]
    [InlineData(DSASignatureFormat.Rfc3279DerSequence)]
    public void IsGood_BothForms_AreTaken(DSASignatureFormat form)
    {
        string signature = Convert.ToBase64String(_key.SignData(s_payload, HashAlgorithmName.SHA256, form));

        Assert.True(CommandSignature.IsGood(_key, s_payload, signature));
        Assert.True(CommandSignature.IsGood(_key, s_payload, signature.Insert(10, "\r\n")));
        Assert.False(CommandSignature.IsGood(_key, s_payload.AsSpan(1), signature));
    }

    /// <summary>RFC 6979 section A.2.5, P-256 with SHA-256, message "sample": a vector that this framework did not make.</summary>
    [Fact]
    public void IsGood_PublishedVector_IsTaken()
    {
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint
            {
                X = Convert.FromHexString("60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6"),
                Y = Convert.FromHexString("7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299"),
            },
        });
        byte[] signature = Convert.FromHexString("EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8");

        Assert.True(CommandSignature.IsGood(key, "sample"u8, Convert.ToBase64String(signature)));
        Assert.False(CommandSignature.IsGood(key, "Sample"u8, Convert.ToBase64String(signature)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AA==")]
    [InlineData("MA==")]
    [InlineData("not base64")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("MAYCAQACAQA=")]
    public void IsGood_Nonsense_IsNot(string signature) => Assert.False(CommandSignature.IsGood(_key, s_payload, signature));

    [Fact]
    public void IsGood_EveryFlippedBit_IsNot()
    {
        byte[] signature = _key.SignData(s_payload, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        foreach (int bit in Enumerable.Range(0, signature.Length * 8))
        {
            byte[] other = [.. signature];
            other[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(CommandSignature.IsGood(_key, s_payload, Convert.ToBase64String(other)), $"bit {bit}");
        }
    }

    [Fact]
    public void IsRightCurve_OtherCurves_AreNot()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.True(CommandSignature.IsRightCurve(_key));
        Assert.False(CommandSignature.IsRightCurve(other));
    }
}
