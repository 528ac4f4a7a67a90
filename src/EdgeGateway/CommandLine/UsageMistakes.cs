using System.CommandLine;

namespace EdgeGateway.CommandLine;

/// <summary>Says what was typed wrongly, without the whole help: the mistake would scroll away.</summary>
internal static class UsageMistakes
{
    public static int Report(ParseResult parsed, VerbContext context)
    {
        foreach (string message in parsed.Errors.Select(error => error.Message).Distinct())
        {
            context.Terminal.Error.WriteLine(message);
        }

        context.Terminal.Error.WriteLine(context.Say(VerbWords.SeeHelp));
        return ExitCode.Mistakes;
    }
}
