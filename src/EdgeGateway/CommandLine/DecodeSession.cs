using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.CommandLine;

/// <summary>One decoder at work on many inputs.</summary>
internal sealed class DecodeSession(IProtocolDecoder decoder, IReadOnlyDictionary<string, string> options)
{
    public IEnumerable<DecodedFrame> Frames(IEnumerable<DecodeInput> inputs) => inputs.SelectMany(Decode);

    private IReadOnlyList<DecodedFrame> Decode(DecodeInput input)
    {
        if (input.Fault is { } fault)
        {
            return [DecodedFrame.Failed(fault, input.Why ?? fault)];
        }

        try
        {
            var frames = decoder.Decode(input.Bytes, options).ToArray();
            return frames.Length > 0 ? frames : [DecodedFrame.Failed("no-frame", "the bytes hold no frame")];
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            // A decoder must not throw. When one does, the person learns which input did it, and the next line is still decoded.
            return [DecodedFrame.Failed("decoder-defect", $"the decoder failed: {defect.GetType().Name}: {defect.Message}")];
        }
    }
}
