using System.Text;
using EdgeGateway.Protocol.Commands;

namespace EdgeGateway.Tests.Protocol.Commands;

public sealed class CommandEnvelopeReaderTests
{
    [Fact]
    public void TryRead_Envelope_GivesTheBytesThatWereSigned()
    {
        Assert.True(Read("""{"payload":"{\"a\":\"\u7ca4\" }","keyId":"ops","signature":"AA==","later":{"x":1}}""", out var envelope, out _));

        Assert.Equal("{\"a\":\"粤\" }", Encoding.UTF8.GetString(envelope!.Payload.Span));
        Assert.Equal(("ops", "AA=="), (envelope.KeyId, envelope.Signature));
    }

    [Theory]
    [InlineData("""{"payload":"x"}""")]
    [InlineData("""{"payload":"x","keyId":"","signature":""}""")]
    [InlineData("""{"payload":"x","keyId":5,"signature":null}""")]
    public void TryRead_WithoutSignature_IsReadAndUnsigned(string text)
    {
        Assert.True(Read(text, out var envelope, out _));

        Assert.Null(envelope!.KeyId);
        Assert.Null(envelope.Signature);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"payload":{}}""")]
    [InlineData("""{"payload":""}""")]
    [InlineData("""{"payload":"x"} x""")]
    [InlineData("""{"payload":"x","payload":"y"}""")]
    [InlineData("""{"payload":"\ud800"}""")]
    [InlineData("""{"payload":"x","keyId":"\ud800"}""")]
    [InlineData("""{"payload":"x","a":[[[[1]]]]}""")]
    [InlineData("\uFEFF{\"payload\":\"x\"}")]
    public void TryRead_NoEnvelope_IsGarbled(string text)
    {
        Assert.False(Read(text, out var envelope, out string? fault));

        Assert.Null(envelope);
        Assert.Equal(CommandFaults.Garbled, fault);
    }

    [Fact]
    public void TryRead_NotUtf8_IsGarbled()
    {
        byte[] bytes = [.. "{\"payload\":\"x"u8, 0xFF, .. "\"}"u8];

        Assert.False(CommandEnvelopeReader.TryRead(bytes, out _, out string? fault));
        Assert.Equal(CommandFaults.Garbled, fault);
    }

    [Theory]
    [InlineData(CommandLimits.PayloadBytes, true)]
    [InlineData(CommandLimits.PayloadBytes + 1, false)]
    [InlineData(CommandLimits.EnvelopeBytes, false)]
    public void TryRead_AtTheLimits_IsJudgedByBytes(int payload, bool fits)
    {
        Assert.Equal(fits, Read($$"""{"payload":"{{new string('x', payload)}}"}""", out _, out string? fault));
        Assert.Equal(fits ? null : CommandFaults.TooLarge, fault);
    }

    [Fact]
    public void TryRead_PayloadOfWideCharacters_CountsItsBytes()
    {
        Assert.False(Read($$"""{"payload":"{{new string('粤', (CommandLimits.PayloadBytes / 3) + 1)}}"}""", out _, out string? fault));
        Assert.Equal(CommandFaults.TooLarge, fault);
    }

    private static bool Read(string text, out CommandEnvelope? envelope, out string? fault) =>
        CommandEnvelopeReader.TryRead(Encoding.UTF8.GetBytes(text), out envelope, out fault);
}
