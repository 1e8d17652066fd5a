// NLM's LHC-Forms, in a browser without a screen, fills in a Questionnaire.
//
// node lhc_forms.js TOOLS CHROMIUM < job.json
//   TOOLS     the folder that `make fhir-tools` fills
//   job.json  a list of {questionnaire, response}; answers stand in the questionnaire as
//             initial values, or in the response, if there is one, as saved ones
// It prints {errors, forms}: for each one the QuestionnaireResponse as LHC-Forms exports
// it, with all that its own engine has worked out, and of the first the text shown.
"use strict";
const fs = require("fs");
const http = require("http");
const path = require("path");

const [tools, chromium] = process.argv.slice(2);
const playwright = require(path.join(tools, "node_modules", "playwright-core"));
const root = path.join(tools, "lforms", "dist", "lforms");
const TYPES = { ".css": "text/css", ".js": "text/javascript" };
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<link rel="stylesheet" href="/webcomponent/styles.css"></head>
<body><div id="form"></div>
<script src="/webcomponent/assets/lib/zone.min.js"></script>
<script src="/webcomponent/runtime.js" type="module"></script>
<script src="/webcomponent/polyfills.js" type="module"></script>
<script src="/webcomponent/main.js" type="module"></script>
<script defer src="/fhir/R4/lformsFHIR.min.js"></script></body></html>`;

function serve(request, response) {
  const name = request.url.split("?")[0];
  const file = path.join(root, name);
  if (name === "/") {
    response.setHeader("content-type", "text/html");
    response.end(PAGE);
  } else if (file.startsWith(root) && fs.existsSync(file)) {
    response.setHeader("content-type", TYPES[path.extname(file)] || "text/plain");
    fs.createReadStream(file).pipe(response);
  } else {
    response.statusCode = 404;
    response.end();
  }
}

// Runs in the page. What is worked out comes in several rounds, so the form is read
// until it has said the same three times.
async function fill([{ questionnaire, response }, isFirst]) {
  const element = document.getElementById("form");
  element.innerHTML = "";
  let form = LForms.Util.convertFHIRQuestionnaireToLForms(questionnaire, "R4");
  if (response) {
    const kind = "QuestionnaireResponse";
    form = LForms.Util.mergeFHIRDataIntoLForms(kind, response, form, "R4");
  }
  await LForms.Util.addFormToPage(form, element, { fhirVersion: "R4" });
  let last = null;
  for (let same = 0, round = 0; same < 2 && round < 100; round += 1) {
    await new Promise((done) => setTimeout(done, 40));
    const now = JSON.stringify({
      ...LForms.Util.getFormFHIRData("QuestionnaireResponse", "R4", element),
      authored: null,
    });
    same = now === last ? same + 1 : 0;
    last = now;
  }
  return { response: JSON.parse(last), text: isFirst ? element.innerText : null };
}

async function main() {
  const job = JSON.parse(fs.readFileSync(0, "utf8"));
  const server = http.createServer(serve);
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const browser = await playwright.chromium.launch({
    executablePath: chromium,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const errors = [];
  const page = await browser.newPage();
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("404")) {
      errors.push(message.text());
    }
  });
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => window.LForms && LForms.FHIR);
  const forms = [];
  for (const one of job) {
    forms.push(await page.evaluate(fill, [one, forms.length === 0]));
  }
  process.stdout.write(JSON.stringify({ errors, forms }));
  await browser.close();
  server.close();
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
