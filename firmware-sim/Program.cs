using System.Text;
using EdgeGateway.Sim.Verbs;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await SimCommandLine.RunAsync(args);
