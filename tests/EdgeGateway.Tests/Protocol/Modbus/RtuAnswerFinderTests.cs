using EdgeGateway.Protocol.Modbus;

namespace EdgeGateway.Tests.Protocol.Modbus;

public sealed class RtuAnswerFinderTests
{
    private static readonly ModbusRequest s_asked = ModbusRequest.Read(ModbusArea.Input, 2, 4);
    private static readonly byte[] s_question = ModbusVectors.Bytes("1104000200045299");
    private static readonly byte[] s_answer = ModbusVectors.Bytes("1104080642032cffdd01a16310");
    private static readonly byte[] s_refusal = RtuFrame.Of(17, [0x84, 2]);

    [Fact]
    public void Take_CutAtEveryByte_WaitsForTheRest()
    {
        for (int cut = 0; cut < s_answer.Length; cut++)
        {
            var finder = new RtuAnswerFinder(17, s_asked);
            Assert.Null(finder.Take(s_answer.AsSpan(0, cut), false));
            Assert.NotNull(finder.Take(s_answer.AsSpan(cut), false));
            Assert.Equal(0, finder.Noise);
        }
    }

    [Fact]
    public void Take_NoiseBefore_TheGoodFrameIsStillRead()
    {
        var random = new Random(20261122);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] noise = new byte[random.Next(1, 40)];
            random.NextBytes(noise);

            // Noise that looks like the begin of an answer is the worst.
            if (i % 3 == 0)
            {
                int at = random.Next(noise.Length);
                s_answer.AsSpan(0, Math.Min(noise.Length - at, random.Next(1, 3))).CopyTo(noise.AsSpan(at));
            }

            var finder = new RtuAnswerFinder(17, s_asked);
            byte[] all = [.. noise, .. i % 2 == 0 ? s_answer : s_refusal];
            ModbusAnswer? found = null;
            foreach (byte[] piece in all.Chunk(random.Next(1, 20)))
            {
                found ??= finder.Take(piece, false);
            }

            found ??= finder.Silence(false);
            Assert.NotNull(found);
            Assert.Equal(i % 2 == 0 ? null : (byte)2, found.Exception);
        }
    }

    [Fact]
    public void Take_AnswersOfOthers_ArePassedOver()
    {
        var finder = new RtuAnswerFinder(17, s_asked);

        Assert.Null(finder.Take(RtuFrame.Of(18, RtuFrame.Pdu(s_answer)), false));
        Assert.Null(finder.Take(RtuFrame.Of(17, [0x03, 2, 0, 1]), false));
        Assert.Null(finder.Take(RtuFrame.Of(17, [0x04, 2, 0, 1]), false));
        byte[] spoilt = [.. s_answer];
        spoilt[5] ^= 1;
        Assert.Null(finder.Take(spoilt, false));

        Assert.NotNull(finder.Take(s_answer, false));
        Assert.True(finder.Noise > 20);
    }

    [Fact]
    public void Take_OwnQuestionComesBack_IsNoNoise()
    {
        for (int cut = 0; cut <= s_question.Length; cut++)
        {
            var finder = new RtuAnswerFinder(17, s_asked);
            Assert.Null(finder.Take(s_question.AsSpan(0, cut), false));
            Assert.Null(finder.Take(s_question.AsSpan(cut), false));
            Assert.NotNull(finder.Take(s_answer, false));
            Assert.True(finder.HeardItself);
            Assert.Equal(0, finder.Noise);
        }
    }

    [Fact]
    public void Take_WriteOnALineThatHearsItself_NeedsTheAnswerToo()
    {
        var order = ModbusRequest.WriteRegisters(0, [2]);
        byte[] frame = RtuFrame.Of(17, ModbusWriter.Write(order));
        var finder = new RtuAnswerFinder(17, order);

        Assert.Null(finder.Take(frame, hearsItself: true));
        Assert.NotNull(finder.Take(frame, hearsItself: true));
        Assert.NotNull(new RtuAnswerFinder(17, order).Take(frame, hearsItself: false));
    }

    [Fact]
    public void Silence_HalfAnAnswer_IsNoise()
    {
        var finder = new RtuAnswerFinder(17, s_asked);
        Assert.Null(finder.Take(s_answer.AsSpan(0, 9), false));

        Assert.Null(finder.Silence(false));

        Assert.Equal(9, finder.Noise);
        Assert.NotNull(finder.Take(s_answer, false));
    }

    [Fact]
    public void Split_RecordingWithNoise_GivesEveryFrame()
    {
        byte[] recording = [0xFF, .. s_question, .. s_answer, 1, 2, 3, .. s_question, .. s_refusal, .. s_answer.AsSpan(0, 5)];

        var pieces = RtuSplitter.Split(recording, null);

        Assert.Equal(
            [null, ModbusDirection.Request, ModbusDirection.Response, null, ModbusDirection.Request, ModbusDirection.Response, null],
            pieces.Select(piece => piece.Direction));
        Assert.Equal(recording, pieces.SelectMany(piece => piece.Bytes.ToArray()));
    }
}
