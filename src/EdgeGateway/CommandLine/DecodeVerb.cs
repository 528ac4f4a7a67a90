using System.CommandLine;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.CommandLine;

/// <summary>
/// <c>decode PROTOCOL [--hex HEX | --file PATH] [--opt k=v ...]</c>, else one hex line each from stdin: one JSON line
/// per frame or fault. 0 when all are ok, 1 when one is not, 2 when the protocol is unknown or the command is wrong.
/// </summary>
internal static class DecodeVerb
{
    public static Command Command(VerbContext context, IReadOnlyList<IProtocolDecoder> decoders)
    {
        string known = string.Join(", ", decoders.Select(decoder => decoder.Protocol));
        var protocol = new Argument<string>("PROTOCOL") { Description = $"{context.Say(VerbWords.ProtocolArgument)}: {known}" };
        var hex = new Option<string>("--hex") { Description = context.Say(VerbWords.HexOption), HelpName = "HEX" };
        var file = new Option<string>("--file") { Description = context.Say(VerbWords.FileOption), HelpName = "PATH" };
        var opt = new Option<string[]>("--opt") { Description = context.Say(VerbWords.OptOption), HelpName = "k=v", AllowMultipleArgumentsPerToken = true };
        var verb = new Command("decode", context.Say(VerbWords.Decode)) { protocol, hex, file, opt };
        verb.SetAction(parsed => Run(
            context, decoders, new DecodeRequest(parsed.GetRequiredValue(protocol), parsed.GetValue(hex), parsed.GetValue(file), parsed.GetValue(opt) ?? [])));
        return verb;
    }

    private static int Run(VerbContext context, IReadOnlyList<IProtocolDecoder> decoders, DecodeRequest request)
    {
        var decoder = decoders.FirstOrDefault(one => one.Protocol == request.Protocol);
        var options = request.Options();
        if (decoder is null || options is null || (request.Hex is not null && request.File is not null))
        {
            context.Terminal.Error.WriteLine(context.Say(Mistake(decoders, decoder, request, options is null)));
            return ExitCode.Mistakes;
        }

        if (DecodeRequest.WithFiles(options, decoder.FileOptions) is not { } filled)
        {
            context.Terminal.Error.WriteLine(context.Say(VerbWords.OptFile));
            return ExitCode.Mistakes;
        }

        bool allOk = true;
        foreach (var frame in new DecodeSession(decoder, filled).Frames(DecodeInputs.Of(request, context.Terminal.In, decoder)))
        {
            allOk &= frame.Ok;
            context.Terminal.Out.WriteLine(DecodedLine.Of(frame));
            context.Terminal.Out.Flush();
        }

        return allOk ? ExitCode.Fine : ExitCode.No;
    }

    private static Words Mistake(IReadOnlyList<IProtocolDecoder> decoders, IProtocolDecoder? decoder, DecodeRequest request, bool badOption)
    {
        var names = decoders.Select(one => one.Protocol).ToArray();
        return decoder is null ? VerbWords.UnknownProtocol(request.Protocol, NearestName.Of(request.Protocol, names), names)
            : badOption ? VerbWords.BadOpt
            : VerbWords.HexOrFile;
    }
}
